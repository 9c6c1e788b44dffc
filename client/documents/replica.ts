import type { DocumentName } from '@turnward/shared/documents/names.ts';
import { useSyncExternalStore } from 'react';
import type { DocumentState } from './document-state.ts';
import { type DocumentStore, openDocumentStore } from './document-store.ts';
import { openDocument } from './open-document.ts';

const stores = new Map<DocumentName, DocumentStore>();

function documentStore(name: DocumentName): DocumentStore {
  const store = stores.get(name) ?? openDocumentStore(() => openDocument(name));
  if (stores.size === 0) addEventListener('beforeunload', warnOfUnsaved);
  stores.set(name, store);
  return store;
}

/**
 * A document as this device sees it; null before it is asked for. Draws again after every change of it, edits included. Open
 * while it is read, and until what was written is saved.
 */
export function useDocument(name: DocumentName | null): DocumentState | null {
  const store = name === null ? NO_DOCUMENT : documentStore(name);
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

const NO_DOCUMENT: DocumentStore = { subscribe: () => () => undefined, snapshot: () => null, unsaved: () => false };

/** Asks before unsaved words are lost with the page. Leaving quickly empties the page first, and is never asked (R5). */
function warnOfUnsaved(event: BeforeUnloadEvent): void {
  const leftQuickly = !document.body.firstElementChild;
  if (!leftQuickly && [...stores.values()].some((store) => store.unsaved())) event.preventDefault();
}
