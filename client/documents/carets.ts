import type { Eyes } from '@turnward/shared/wire/document-line.ts';
import * as Y from 'yjs';

/** A caret or a selection, as indexes in a text: where it was begun, and where it is now. */
export type Selection = { anchor: number; head: number };

/** A selection in the words of the wire: places that stay with the letters they stand behind, whatever others write. */
export function caretIn(text: Y.Text, { anchor, head }: Selection): NonNullable<Eyes['caret']> {
  const place = (index: number) => {
    const relative = Y.createRelativePositionFromTypeIndex(text, index, -1);
    return btoa(String.fromCharCode(...Y.encodeRelativePosition(relative)));
  };
  return { anchor: place(anchor), head: place(head) };
}

/** Where somebody's caret is in a text now; undefined where it is in another one, or nowhere. */
export function selectionIn(text: Y.Text, caret: Eyes['caret']): Selection | undefined {
  const [anchor, head] = [indexOf(text, caret?.anchor), indexOf(text, caret?.head)];
  return anchor === undefined || head === undefined ? undefined : { anchor, head };
}

/** Total: what others say may be anything. */
function indexOf(text: Y.Text, place: string | undefined): number | undefined {
  const { doc } = text;
  if (!doc || !place) return undefined;
  try {
    const relative = Y.decodeRelativePosition(Uint8Array.from(atob(place), (char) => char.charCodeAt(0)));
    // A root that is not there would be made by asking for it.
    if (relative.type || (relative.tname !== null && (doc.share.get(relative.tname) as unknown) !== text))
      return undefined;
    const absolute = Y.createAbsolutePositionFromRelativePosition(relative, doc, false);
    return absolute?.type === text ? Math.min(absolute.index, text.length) : undefined;
  } catch {
    return undefined;
  }
}
