import { setAside } from '@turnward/shared/documents/deck.ts';
import { useCardText } from '../../i18n/card-text.ts';
import { useText } from '../../i18n/text.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import styles from './cards.module.css';
import type { DeckPart } from './deck-part.ts';
import { focusCard } from './focus-card.ts';

/** Cards that were set aside: folded, and one press away from being back. */
export function AsideCards({ conversation, document, cards }: DeckPart) {
  const t = useText();
  const cardText = useCardText();
  const aside = cards.filter((card) => card.aside);
  if (aside.length === 0) return null;
  const takeBack = (cardId: string) => {
    setAside(document.doc, cardId, false);
    announce(t('cards.takeBack.done'));
    focusCard(cardId);
  };
  return (
    <Disclosure summary={t('cards.aside.list', { count: aside.length })}>
      <ul className={styles.aside} data-testid="aside">
        {aside.map((card) => {
          const words = cardText(conversation.guide, card);
          return (
            <li key={card.cardId}>
              <span className={styles.words}>{words}</span>
              {document.access === 'write' && (
                <Button
                  kind="quiet"
                  aria-label={t('cards.takeBack.label', { words })}
                  onClick={() => takeBack(card.cardId)}
                >
                  {t('cards.takeBack')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
