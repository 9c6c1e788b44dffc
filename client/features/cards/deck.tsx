import { settleBeginnings } from '@turnward/shared/documents/card-beginning.ts';
import { cardsOf } from '@turnward/shared/documents/deck.ts';
import type { Guide } from '@turnward/shared/guides/guide.ts';
import { useEffect } from 'react';
import type { DocumentState } from '../../documents/document-state.ts';
import { useText } from '../../i18n/text.ts';
import { SavedNote } from '../../ui/saved-note.tsx';
import { AddCard } from './add-card.tsx';
import { AsideCards } from './aside-cards.tsx';
import { BothReady } from './both-ready.tsx';
import { CardList } from './card-list.tsx';
import styles from './cards.module.css';
import type { CardsRoom, DeckPart } from './deck-part.ts';
import { DoneChoosing } from './done-choosing.tsx';

export type DeckProps = {
  conversation: CardsRoom;
  document: DocumentState;
  guideCards: NonNullable<Guide['cards']>;
};

export function Deck({ conversation, document, guideCards }: DeckProps) {
  const t = useText();
  const guideIds = guideCards.map(({ id }) => id);
  const cards = cardsOf(document.doc, guideIds);
  useSettled(document);
  const part: DeckPart = { conversation, document, guideIds, cards };
  return (
    <>
      <BothReady conversation={conversation} cards={cards} />
      <section className={styles.section}>
        <div className={styles.head}>
          <h2>{t('cards.list')}</h2>
          <SavedNote saved={document.saved} />
        </div>
        <CardList {...part} />
        <AsideCards {...part} />
        <AddCard {...part} />
      </section>
      {'seat' in conversation && <DoneChoosing conversation={conversation} />}
    </>
  );
}

/** Two may have begun to reword the same card at the same moment: looked for when the deck comes, and after its every change. */
function useSettled({ doc, access }: DocumentState): void {
  useEffect(() => {
    if (access !== 'write') return;
    const settle = () => settleBeginnings(doc);
    settle();
    doc.on('update', settle);
    return () => doc.off('update', settle);
  }, [doc, access]);
}
