/** Puts a sentence starter or a feeling word where the cursor is, with the spaces that it needs. */
export function insert(text: string, piece: string, from: number, to: number): { text: string; caret: number } {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const open = piece.endsWith('…') ? `${piece.slice(0, -1).trimEnd()} ` : piece;
  const lead = before === '' || /\s$/.test(before) ? '' : ' ';
  const trail = after === '' || /^[\s.,;:!?]/.test(after) || open.endsWith(' ') ? '' : ' ';
  const placed = before + lead + open + trail;
  return { text: placed + after, caret: placed.length };
}

/** Puts it into a box as if it had been typed, so that whatever holds the box takes it. */
export function putIn(box: HTMLTextAreaElement, piece: string): void {
  const { text, caret } = insert(box.value, piece, box.selectionStart, box.selectionEnd);
  box.focus();
  box.value = text;
  box.setSelectionRange(caret, caret);
  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}
