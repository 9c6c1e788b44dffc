import type { Eyes } from '@turnward/shared/wire/document-line.ts';
import * as Y from 'yjs';
import { caretIn } from './carets.ts';
import { changeBetween } from './text-change.ts';
import { follow, selectionThrough, traceOf, write } from './trace.ts';
import { watchUndoKeys } from './undo-keys.ts';

export type BindingOptions = {
  /** Where the caret is now, whenever that changed; undefined where it is not in this box. */
  onCaret?: (caret: Eyes['caret']) => void;
  /** The box shows other words than before: typed here, or come from others. */
  onShown?: () => void;
};

export type BoundText = { undo: () => void; redo: () => void; unbind: () => void };

/**
 * DP2. A box and a text that say the same. What is typed is found by comparing values, so it holds for every way to write:
 * keys, input methods, corrections, dictation, drag and drop. While a word is being composed the box is left to it: what is
 * typed goes into the text, what others write comes into the box afterwards.
 */
export function bindText(area: HTMLTextAreaElement, text: Y.Text, options: BindingOptions = {}): BoundText {
  const { doc } = text;
  if (!doc) throw new Error('Only a text of a document can be bound.');
  const { onCaret, onShown } = options;
  const typed = {};
  // DP3. `null` is the origin of what this page does by itself, as putting in the beginning of a sentence.
  const history = new Y.UndoManager(text, { trackedOrigins: new Set([typed, null]) });
  const page = area.ownerDocument;
  const unbound = new AbortController();
  let shown = area.value;
  let trace = traceOf(text);
  let composing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saidCaret = '';

  const isFocused = () => page.activeElement === area;
  const selection = () => selectionThrough(trace, area.selectionStart, area.selectionEnd);

  /** From the text into the box. */
  const show = (caret?: number) => {
    const { start, end } = caret === undefined ? selection() : { start: caret, end: caret };
    shown = text.toString();
    trace = traceOf(text);
    if (area.value !== shown) {
      const { scrollTop, selectionDirection } = area;
      area.value = shown;
      // A selection that is set may take the focus with it.
      if (isFocused()) area.setSelectionRange(start, end, selectionDirection);
      area.scrollTop = scrollTop;
      onShown?.();
    }
    sayCaret();
  };

  /** From the box into the text. */
  const take = () => {
    const { value } = area;
    if (area.readOnly) return show(); // DP5
    if (value !== shown) {
      const change = changeBetween(shown, value, area.selectionEnd);
      shown = value;
      doc.transact(() => {
        trace = write(text, trace, change);
      }, typed);
      onShown?.();
    }
    sayCaret();
  };

  const sayCaret = () => {
    if (!onCaret) return;
    const { start, end } = selection();
    const [anchor, head] = area.selectionDirection === 'backward' ? [end, start] : [start, end];
    const caret = isFocused() ? caretIn(text, { anchor, head }) : undefined;
    const saying = caret ? `${caret.anchor} ${caret.head}` : '';
    if (saying === saidCaret) return;
    saidCaret = saying;
    onCaret(caret);
  };

  const changed = (event: Y.YTextEvent, { origin }: Y.Transaction) => {
    if (origin === typed) return;
    const { delta } = event;
    trace = follow(trace, delta);
    if (!composing) show(origin === history ? endOf(delta) : undefined);
  };
  const composed = () => {
    if (!composing) return;
    composing = false;
    take();
    // The input method finishes its word first; only then may the box change under it.
    timer = setTimeout(() => composing || show());
  };
  const mayUndo = () => !composing && !area.readOnly && !area.disabled;
  const undo = () => void (mayUndo() && history.undo());
  const redo = () => void (mayUndo() && history.redo());

  const { signal } = unbound;
  area.addEventListener('input', take, { signal });
  area.addEventListener('compositionstart', () => (composing = true), { signal });
  area.addEventListener('compositionend', composed, { signal });
  area.addEventListener('blur', composed, { signal });
  for (const name of ['focus', 'blur']) area.addEventListener(name, sayCaret, { signal });
  page.addEventListener('selectionchange', sayCaret, { signal });
  watchUndoKeys(area, { undo, redo, signal });
  text.observe(changed);
  show();

  return {
    undo,
    redo,
    unbind() {
      if (composing) take();
      clearTimeout(timer);
      unbound.abort();
      text.unobserve(changed);
      history.clear();
      history.destroy();
      if (saidCaret) onCaret?.(undefined);
    },
  };
}

/** Where the last change of a delta ends. */
function endOf(delta: Y.YTextEvent['delta']): number {
  let at = 0;
  let end = 0;
  for (const { retain = 0, insert, delete: gone } of delta) {
    at += retain + (typeof insert === 'string' ? insert.length : 0);
    if (insert !== undefined || gone !== undefined) end = at;
  }
  return end;
}
