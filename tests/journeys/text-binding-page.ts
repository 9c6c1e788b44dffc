import { selectionIn } from '@turnward/client/documents/carets.ts';
import { type BoundText, bindText } from '@turnward/client/documents/text-binding.ts';
import { refuseTooLong } from '@turnward/client/ui/too-long.ts';
import type { Eyes } from '@turnward/shared/wire/document-line.ts';
import * as Y from 'yjs';

/**
 * What runs in the browser: one text in two documents, as on two devices. `area` is bound to mine; theirs is edited by
 * `theyInsert` and `theyDelete`. `apart` holds back what goes between them until `together`.
 */
export type BindingPage = ReturnType<typeof bindingPage>;

declare global {
  interface Window {
    binding: BindingPage;
    /** Begins anew, with an empty box that has the focus. */
    bindAnew: () => void;
  }
}

const NETWORK = 'network';

function bindingPage() {
  const area = document.createElement('textarea');
  document.body.replaceChildren(area);
  const mine = new Y.Doc();
  const theirs = new Y.Doc();
  const carets: Eyes['caret'][] = [];
  const refusals: number[] = [];
  let held: (() => void)[] | undefined;
  let bound: BoundText | undefined;

  for (const [from, to] of [
    [mine, theirs],
    [theirs, mine],
  ] as const) {
    from.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === NETWORK) return;
      const arrive = () => Y.applyUpdate(to, update, NETWORK);
      if (held) held.push(arrive);
      else arrive();
    });
  }
  const text = mine.getText('words');
  const other = theirs.getText('words');

  return {
    area,
    bind(): void {
      bound = bindText(area, text, { onCaret: (caret) => carets.push(caret) });
    },
    unbind: () => bound?.unbind(),
    limit: (most: number) => refuseTooLong(area, most, (over) => refusals.push(over)),
    /** By how many characters what was put in last was too long; 0 where it was let in. */
    refused: () => refusals.at(-1),
    undo: () => bound?.undo(),
    redo: () => bound?.redo(),
    theyInsert: (at: number, words: string) => other.insert(at, words),
    theyDelete: (at: number, count: number) => other.delete(at, count),
    theyPut: (at: number) => other.insertEmbed(at, { picture: true }),
    iInsertByProgram: (at: number, words: string) => text.insert(at, words),
    apart: () => {
      held ??= [];
    },
    together: () => {
      const waiting = held ?? [];
      held = undefined;
      for (const arrive of waiting) arrive();
    },
    /** What the box and the texts on both devices say. */
    said: () => ({ box: area.value, mine: text.toString(), theirs: other.toString() }),
    /** The text of the box, with `|` where a caret is and `[ ]` around a selection. */
    shown: () => marked(area.value, area.selectionStart, area.selectionEnd),
    /** Where the other device sees my caret. */
    seenCaret: () => {
      const seen = selectionIn(other, carets.at(-1));
      return seen ? marked(other.toString(), Math.min(seen.anchor, seen.head), Math.max(seen.anchor, seen.head)) : null;
    },
    caretsSaid: () => carets.length,
  };
}

const marked = (text: string, start: number, end: number) =>
  start === end
    ? `${text.slice(0, start)}|${text.slice(start)}`
    : `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;

window.bindAnew = () => {
  window.binding?.unbind();
  window.binding = bindingPage();
  window.binding.bind();
  window.binding.area.focus();
};
