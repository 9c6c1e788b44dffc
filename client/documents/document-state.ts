import type { DOCUMENT_CLOSE, Eyes, StampedEyes } from '@turnward/shared/wire/document-line.ts';
import type * as Y from 'yjs';

/**
 * How it is with my edits: all of them durable on the server; on their way; or kept only in this page because the line is
 * gone, the server could not save, or the document may not be written now. `too-much`: more than goes to the server at once,
 * so that this page does not try again by itself; it can only be copied and begun anew with less.
 */
export type SavedState = 'saved' | 'saving' | 'not-saved' | 'too-much';

/** A document as this device sees it. */
export type DocumentState = {
  /** `refused`: closed for good; see `refusal`. */
  phase: 'connecting' | 'ready' | 'refused';
  refusal?: keyof typeof DOCUMENT_CLOSE;
  access: 'read' | 'write';
  saved: SavedState;
  /** Where the others' eyes are: one entry for each of their devices, none for this one. */
  eyes: readonly StampedEyes[];
  /** The document. Another one after it was destroyed and begun anew: never keep it over a draw. */
  doc: Y.Doc;
  look: (eyes: Eyes) => void;
};
