import { listeners } from '../line/listeners.ts';
import type { DocumentState } from './document-state.ts';
import type { OpenDocument } from './open-document.ts';

export type DocumentStore = {
  subscribe: (listener: () => void) => () => void;
  /** Null while it is not open. */
  snapshot: () => DocumentState | null;
  /** Whether closing the page would lose something. */
  unsaved: () => boolean;
};

/** How long a document stays open after its last reader left: moving between screens does not close it. In ms. */
const LINGER = 5000;

/** A document that is open while somebody reads it, and beyond that until what was written is saved (DP4). */
export function openDocumentStore(open: () => OpenDocument, linger = LINGER): DocumentStore {
  const all = listeners();
  let opened: { document: OpenDocument; leave: () => void } | undefined;
  let readers = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = () => {
    clearTimeout(timer);
    timer = undefined;
    opened?.leave();
    opened?.document.close();
    opened = undefined;
  };
  const closeWhenDone = () => {
    if (readers > 0 || !opened) return;
    const { phase } = opened.document.snapshot();
    if (phase === 'refused') close();
    else if (!opened.document.unsaved()) timer ??= setTimeout(close, linger);
  };
  const changed = () => {
    closeWhenDone();
    all.tell();
  };

  return {
    subscribe(listener) {
      readers += 1;
      clearTimeout(timer);
      timer = undefined;
      if (!opened) {
        const document = open();
        opened = { document, leave: document.subscribe(changed) };
      }
      const leave = all.subscribe(listener);
      return () => {
        leave();
        readers -= 1;
        closeWhenDone();
      };
    },
    snapshot: () => opened?.document.snapshot() ?? null,
    unsaved: () => opened?.document.unsaved() ?? false,
  };
}
