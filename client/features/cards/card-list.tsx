import { moveCard, setAside } from '@turnward/shared/documents/deck.ts';
import { useEffect, useRef, useState } from 'react';
import { useCardText } from '../../i18n/card-text.ts';
import { useText } from '../../i18n/text.ts';
import { announce } from '../../ui/announce.ts';
import { CardItem } from './card-item.tsx';
import styles from './cards.module.css';
import { placeInDeck, shownCards } from './cards-view.ts';
import type { DeckPart } from './deck-part.ts';
import { useDragOrder } from './drag-order.ts';
import { focusCard } from './focus-card.ts';
import { useOrderAnnounced } from './order-announced.ts';

/** The cards of this talk in their order: moved by buttons, by arrow keys and by dragging. */
export function CardList({ conversation, document, guideIds, cards }: DeckPart) {
  const t = useText();
  const cardText = useCardText();
  const list = useRef<HTMLOListElement>(null);
  const [held, setHeld] = useState<{ cardId: string; order: string[]; how: 'reword' | 'drag' } | null>(null);
  const shown = shownCards(cards, held);
  const order = shown.map(({ cardId }) => cardId);
  const { doc, access, look } = document;
  // Whoever leaves the page looks at no card any more.
  useEffect(() => () => look({ on: null }), [look]);
  const moved = useOrderAnnounced(order, held !== null);

  const move = (cardId: string, index: number) => {
    const to = Math.max(0, Math.min(index, shown.length - 1));
    if (to === order.indexOf(cardId)) return;
    moved();
    moveCard(doc, guideIds, cardId, placeInDeck(cards, shown, cardId, to));
    announce(t('cards.moved', { place: to + 1, count: shown.length }));
  };
  const reword = (cardId: string, begin: boolean) => {
    setHeld(begin ? { cardId, order, how: 'reword' } : null);
    if (!begin) focusCard(cardId);
  };
  const away = (cardId: string) => {
    const at = order.indexOf(cardId);
    setAside(doc, cardId, true);
    announce(t('cards.aside.done'));
    focusCard(order[at + 1] ?? order[at - 1]);
  };
  const drag = useDragOrder(list, {
    onHold: (cardId) => setHeld(cardId === null ? null : { cardId, order, how: 'drag' }),
    onDrop: move,
  });

  return (
    <ol ref={list} className={styles.cards} data-testid="cards">
      {shown.map((card, index) => (
        <CardItem
          key={card.cardId}
          conversation={conversation}
          document={document}
          card={card}
          words={cardText(conversation.guide, card)}
          index={index}
          count={shown.length}
          writable={access === 'write' && !conversation.state.dealt.some(({ cardId }) => cardId === card.cardId)}
          drag={drag}
          rewording={held?.how === 'reword' && held.cardId === card.cardId}
          onReword={(begin) => reword(card.cardId, begin)}
          onAside={() => away(card.cardId)}
          onMove={(to) => move(card.cardId, to)}
          onLook={() => look({ on: card.cardId })}
        />
      ))}
    </ol>
  );
}
