import { cardsOf } from '@turnward/shared/documents/deck.ts';
import { documentName } from '@turnward/shared/documents/names.ts';
import type { Guide } from '@turnward/shared/guides/guide.ts';
import { readyForBoth } from '../../conversation/asked-card.ts';
import type { Conversation } from '../../conversation/replica.ts';
import { useDocument } from '../../documents/replica.ts';
import { useCardText } from '../../i18n/card-text.ts';
import { useText } from '../../i18n/text.ts';
import { CardsAhead } from './cards-ahead.tsx';
import styles from './gathering.module.css';

export type DeckAheadProps = { conversation: Conversation; guideCards: NonNullable<Guide['cards']> };

/** How many cards there are, and, once both have looked, those that both are ready for (DK3). */
export function DeckAhead({ conversation, guideCards }: DeckAheadProps) {
  const t = useText();
  const cardText = useCardText();
  const { state, guide } = conversation;
  const document = useDocument(documentName({ kind: 'deck', conversationId: state.conversationId }));
  const cards =
    document?.phase === 'ready'
      ? cardsOf(
          document.doc,
          guideCards.map(({ id }) => id),
        )
      : [];
  const { asked } = readyForBoth(cards, state);
  const count = cards.filter(({ aside }) => !aside).length;
  return (
    <CardsAhead conversation={conversation}>
      {cards.length > 0 && <p data-testid="deck-count">{t('talk.cards.count', { count })}</p>}
      {cards.length > 0 && state.overlap && (
        <>
          <p className={styles.note}>{t(asked.length > 0 ? 'talk.cards.both' : 'talk.cards.none')}</p>
          <ul className={styles.cards} data-testid="both-ready">
            {asked.map((card) => (
              <li key={card.cardId}>{cardText(guide, card)}</li>
            ))}
          </ul>
        </>
      )}
    </CardsAhead>
  );
}
