import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { Mark, type MarkOf } from '../../ui/mark.tsx';
import styles from './cards.module.css';

/** Who else looks at this card, by shape, colour and name. */
export function Lookers({ of, conversation }: { of: readonly MarkOf[]; conversation: Conversation }) {
  const t = useText();
  const nameOf = (who: MarkOf) => (who === 'facilitator' ? t('space.role.facilitator') : conversation.names[who]);
  return (
    <div className={styles.lookers}>
      {of.map((who) => (
        <p key={who} className={styles.looker} data-seat={who} data-testid="looker">
          <Mark of={who} />
          {t('cards.looking', { name: nameOf(who) })}
        </p>
      ))}
    </div>
  );
}
