import { addCard, LONGEST_CARD, MOST_CARDS } from '@turnward/shared/documents/deck.ts';
import { useRef, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Actions } from '../../ui/page.tsx';
import { TextBox } from '../../ui/text-box.tsx';
import styles from './cards.module.css';
import type { DeckPart } from './deck-part.ts';

/** A card in one's own words. It is on the other's screen once it is added, not while it is written. */
export function AddCard({ document, guideIds, cards }: DeckPart) {
  const t = useText();
  const [words, setWords] = useState<string>();
  const opener = useRef<HTMLDivElement>(null);
  if (document.access !== 'write') return null;
  if (cards.length >= MOST_CARDS)
    return <p className={styles.note}>{t('cards.closed.full', { count: cards.length })}</p>;
  const close = () => {
    setWords(undefined);
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
  };
  const add = (text: string) => {
    if (!addCard(document.doc, guideIds, newCardId(), text.trim())) return;
    announce(t('cards.add.done'));
    close();
  };
  return (
    <div ref={opener}>
      {words === undefined ? (
        <Button onClick={() => setWords('')}>{t('cards.add')}</Button>
      ) : (
        <Form
          problems={[
            (words.trim() === '' && t('refusal.empty')) || (words.length > LONGEST_CARD && t('refusal.too-long')),
          ]}
          onSubmit={() => add(words)}
        >
          {([problem]) => (
            <>
              <TextBox
                ref={takeFocus}
                label={t('cards.add.box')}
                value={words}
                onText={setWords}
                max={LONGEST_CARD}
                rows={2}
                problem={problem}
              />
              <Actions>
                <Button type="submit">{t('cards.add.submit')}</Button>
                <Button kind="quiet" onClick={close}>
                  {t('cards.add.cancel')}
                </Button>
              </Actions>
            </>
          )}
        </Form>
      )}
    </div>
  );
}

const takeFocus = (box: HTMLTextAreaElement | null) => box?.focus();

/** 96 random bits: two who add a card at the same moment never add the same one. */
function newCardId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `c${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
