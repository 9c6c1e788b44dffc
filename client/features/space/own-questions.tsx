import { Lock } from 'lucide-react';
import { Link } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import styles from './space.module.css';

/**
 * The way to the private questions: a card before the first talk, a quiet line ever after. It looks the same whether they were answered
 * or not, for whoever looks over the shoulder (R8).
 */
export function OwnQuestions({ spaceId, first }: { spaceId: string; first: boolean }) {
  const t = useText();
  const href = `/space/${spaceId}/own`;
  if (!first) {
    return (
      <p className={styles.small}>
        <Link href={href}>{t('fit.quiet')}</Link>
      </p>
    );
  }
  return (
    <Card tone="sunken" labelledBy="own-questions">
      <h2 id="own-questions">{t('fit.offer.title')}</h2>
      <p className={styles.own}>
        <Lock size={18} aria-hidden="true" />
        {t('fit.offer.about')}
      </p>
      <div>
        <ButtonLink href={href}>{t('fit.offer.go')}</ButtonLink>
      </div>
    </Card>
  );
}
