import { beginWords } from '@turnward/shared/documents/card-beginning.ts';
import { type Card, cardText, LONGEST_CARD } from '@turnward/shared/documents/deck.ts';
import { LONGEST_BOX } from '@turnward/shared/documents/draft.ts';
import { useEffect, useRef, useState } from 'react';
import type { DocumentState } from '../../documents/document-state.ts';
import { changeBetween } from '../../documents/text-change.ts';
import { useBoundText } from '../../documents/use-bound-text.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Actions } from '../../ui/page.tsx';
import { BoundBox } from '../../ui/text-box.tsx';
import styles from './cards.module.css';
import type { CardsRoom } from './deck-part.ts';

export type CardRewordProps = {
  conversation: CardsRoom;
  document: DocumentState;
  card: Card;
  words: string;
  onDone: () => void;
};

/**
 * Changing the words of a card, with the other at the same time if they like. A card of the guide begins with its words in
 * the reader’s language; they become the couple’s own only with the first real change.
 */
export function CardReword({ conversation, document, card, words, onDone }: CardRewordProps) {
  const t = useText();
  const { doc, look } = document;
  const { cardId } = card;
  const text = cardText(doc, cardId);
  const [begun, setBegun] = useState(card.words !== null || words === '');
  const own = begun || card.words !== null;
  const bound = useBoundText(own ? text : null, {
    onCaret: (caret) => look({ on: cardId, ...(caret && { caret }) }),
  });
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = frame.current?.querySelector('textarea');
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
  }, []);

  const begin = (box: HTMLTextAreaElement) => {
    if (own || box.value === words) return;
    if (text.length === 0) {
      const { at, removed, inserted } = changeBetween(words, box.value, box.selectionEnd);
      doc.transact(() => {
        beginWords(doc, cardId, words);
        text.delete(at, removed);
        text.insert(at, inserted);
      });
    }
    setBegun(true);
  };
  const back = () => {
    text.delete(0, text.length);
    onDone();
  };
  const isGuides = conversation.guide.cards?.some(({ id }) => id === cardId);
  return (
    <div ref={frame} className={styles.reword}>
      <BoundBox
        ref={bound.ref}
        defaultValue={own ? undefined : words}
        label={t('cards.reword.box')}
        hint={t('seat' in conversation ? 'cards.reword.hint' : 'cards.reword.hint.guest')}
        words={own ? bound.value : words}
        max={LONGEST_CARD}
        most={LONGEST_BOX}
        rows={2}
        readOnly={document.access === 'read'}
        onInput={(event) => (event.nativeEvent as InputEvent).isComposing || begin(event.currentTarget)}
        onCompositionEnd={(event) => begin(event.currentTarget)}
      />
      <Actions>
        <Button onClick={onDone}>{t('cards.reword.done')}</Button>
        {isGuides && own && document.access === 'write' && (
          <Button kind="quiet" onClick={back}>
            {t('cards.reword.back')}
          </Button>
        )}
      </Actions>
    </div>
  );
}
