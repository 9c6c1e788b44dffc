import type { DocumentName } from '@turnward/shared/documents/names.ts';
import { DOCUMENT_CLOSE } from '@turnward/shared/wire/document-line.ts';
import { listeners } from '../line/listeners.ts';
import { pageLock } from '../line/page-lock.ts';
import { watchPage } from '../line/wakings.ts';
import { openLine } from './document-line.ts';
import type { DocumentState, SavedState } from './document-state.ts';

export type DocumentParts = {
  /** Where the server is, as `wss://host`. Default: where this page came from. */
  server?: string;
  /** Default: the browser's. */
  WebSocket?: typeof WebSocket;
  /** Calls when the page may have missed something; returns the way to stop. */
  watch?: (woken: () => void) => () => void;
};

export type OpenDocument = ReturnType<typeof openDocument>;

/** A replica of one document: on the line until it is closed, and anew whenever the document began anew (DO7). */
export function openDocument(name: DocumentName, parts: DocumentParts = {}) {
  const {
    server = location.origin.replace(/^http/, 'ws'),
    WebSocket = globalThis.WebSocket,
    watch = watchPage,
  } = parts;
  const readers = listeners();
  let refusal: DocumentState['refusal'];
  let ready = false;
  let tooMuch = false;

  const saved = (): SavedState => {
    if (!line.unsaved()) return 'saved';
    if (tooMuch) return 'too-much';
    return !refusal && line.synced() && line.standing()?.access === 'write' ? 'saving' : 'not-saved';
  };
  const draw = (): DocumentState => ({
    phase: refusal ? 'refused' : ready ? 'ready' : 'connecting',
    ...(refusal && { refusal }),
    // DP5. Until the server has said what may be done, nothing may.
    access: line.standing()?.access ?? 'read',
    saved: saved(),
    eyes: line.eyes(),
    doc: line.doc,
    look: line.look,
  });
  const changed = () => {
    if (line.synced() && line.standing()) {
      ready = true;
      refusal = undefined;
    }
    tooMuch &&= line.unsaved();
    snapshot = draw();
    readers.tell();
  };
  const closed = (code: number) => {
    if (code === DOCUMENT_CLOSE.gone) {
      // DO7. What was destroyed leaves this page's memory too. Where the server never named it, there is no hurry.
      const later = line.standing() === undefined;
      line.close();
      line = begin(later);
      ready = false;
      tooMuch = false;
    } else if (code === DOCUMENT_CLOSE.locked) {
      // LK2. What was not saved waits for the PIN.
      pageLock.note();
    } else {
      refusal = refusalOf(code);
    }
    changed();
  };
  const overfull = () => {
    tooMuch = true;
    changed();
  };
  const begin = (later: boolean) => openLine({ name, server, WebSocket, later, changed, closed, overfull });

  let line = begin(false);
  let snapshot = draw();
  const unwatch = watch(() => line.wake());
  const unlocked = pageLock.subscribe(() => {
    if (!pageLock.now()) line.wake();
  });

  return {
    subscribe: readers.subscribe,
    /** A new value after every change, edits included: what is read from its `doc` while drawing is up to date. */
    snapshot: () => snapshot,
    /** Whether closing the page would lose something. */
    unsaved: () => line.unsaved(),
    /** Tries the line at once, also where it was refused. */
    wake: () => line.wake(),
    close(): void {
      unwatch();
      unlocked();
      line.close();
    },
  };
}

const refusalOf = (code: number): keyof typeof DOCUMENT_CLOSE =>
  (Object.keys(DOCUMENT_CLOSE) as (keyof typeof DOCUMENT_CLOSE)[]).find((name) => DOCUMENT_CLOSE[name] === code) ??
  'notFound';
