import type { Card } from '@turnward/shared/documents/deck.ts';
import { useEffect, useId, useRef } from 'react';
import { readyForBoth } from '../../conversation/asked-card.ts';
import { useCardText } from '../../i18n/card-text.ts';
import { useText } from '../../i18n/text.ts';
import { announce } from '../../ui/announce.ts';
import { Card as Sheet } from '../../ui/card.tsx';
import styles from './cards.module.css';
import type { CardsRoom } from './deck-part.ts';

/** DK3. What both are ready for, once both had said that they were done choosing: these alone, never what one chose. */
export function BothReady({ conversation, cards }: { conversation: CardsRoom; cards: readonly Card[] }) {
  const t = useText();
  const id = useId();
  const cardText = useCardText();
  const { state, guide } = conversation;
  const { asked, changed } = readyForBoth(cards, state);
  const found = asked.length > 0 ? 'both' : 'none';
  const wordsOf = (card: Card) => cardText(guide, card);
  const title = t('seat' in conversation ? `talk.cards.${found}` : `cards.guest.${found}`);
  useShownAnnounced(state.overlap, [title, ...asked.map(wordsOf)].join(' '));
  if (!state.overlap) return null;
  return (
    <Sheet tone="sunken" labelledBy={id}>
      <h2 id={id} className={styles.small}>
        {title}
      </h2>
      {asked.length > 0 && (
        <ol className={styles.both} data-testid="both-ready">
          {asked.map((card) => (
            <li key={card.cardId}>
              <span className={styles.words}>{wordsOf(card)}</span>
              {state.dealt.some(({ cardId }) => cardId === card.cardId) && (
                <span className={styles.note}>{t('cards.asked')}</span>
              )}
            </li>
          ))}
        </ol>
      )}
      {changed.length > 0 && (
        <div>
          <p className={styles.note}>{t('cards.both.changed')}</p>
          <ul className={styles.both}>
            {changed.map((card) => (
              <li key={card.cardId} className={styles.note}>
                {wordsOf(card)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Sheet>
  );
}

/** Said once when it is shown, not on every change of the deck. */
function useShownAnnounced(overlap: object | null, words: string): void {
  const shown = useRef(overlap);
  useEffect(() => {
    if (overlap && overlap !== shown.current) announce(words);
    shown.current = overlap;
  }, [overlap, words]);
}
