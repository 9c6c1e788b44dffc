import { Link } from 'wouter';
import { cardsToCome } from '../../conversation/asked-card.ts';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import styles from './cards-link.module.css';

/** The quiet way to the cards, while the talk may still ask one. */
export function CardsLink({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const { guide, step, state } = conversation;
  if (!cardsToCome(guide, step)) return null;
  return (
    <p className={styles.way}>
      <Link href={`/talk/${state.conversationId}/cards`}>{t('talk.cards')}</Link>
    </p>
  );
}
