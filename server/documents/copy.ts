import type { DocumentName } from '@turnward/shared/documents/names.ts';
import * as Y from 'yjs';
import type { DocumentOutcome, DocumentStore, StoredDocument } from '../ports/document-store.ts';
import { Authors } from './authors.ts';
import { decodeRow, encodeRow } from './stored-row.ts';

const NOTHING = Y.encodeStateAsUpdate(new Y.Doc());

/** What was written, and in how many bytes. */
export type Written = { outcome: DocumentOutcome; bytes: number };

/** The copy of a stored document that lives in memory, and its way back into the store. */
export class Copy {
  /** Its `guid` is the incarnation, from which the versions of its wordings start. */
  readonly doc: Y.Doc;
  readonly authors: Authors;
  readonly #store: DocumentStore;
  readonly #name: DocumentName;
  readonly #incarnation: string;
  #changed = false;
  /** Rows beside those of the edits, which hold nothing but whose the client ids are (DO11). */
  #announcements: number[] = [];

  constructor(store: DocumentStore, name: DocumentName, { incarnation, rows }: StoredDocument) {
    this.#store = store;
    this.#name = name;
    this.#incarnation = incarnation;
    this.doc = new Y.Doc({ guid: incarnation });
    const known = new Map<number, string>();
    this.doc.transact(() => {
      for (const row of rows) {
        const { update, authors } = decodeRow(row.update);
        Y.applyUpdate(this.doc, update);
        for (const [id, memberId] of authors) known.set(id, memberId);
      }
    });
    const { store: structs } = this.doc;
    this.authors = new Authors(
      known,
      (id) => structs.clients.has(id),
      () => void this.#announce(),
    );
    for (const id of structs.clients.keys()) this.authors.meet(id);
    this.doc.on('afterTransaction', (transaction) => this.#looked(transaction));
  }

  /** Takes an update in. False where it changed nothing: wrote and deleted nothing, and waits for nothing that is not here yet. */
  take(update: Uint8Array): boolean {
    const { store } = this.doc;
    const waiting = store.pendingStructs?.update;
    this.#changed = false;
    Y.applyUpdate(this.doc, update);
    return this.#changed || store.pendingStructs?.update !== waiting || store.pendingDs !== null;
  }

  async append(updates: readonly Uint8Array[]): Promise<Written> {
    const update = updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates([...updates]);
    const row = encodeRow({ update, authors: this.authors.takeUnsaved() });
    return { outcome: await this.#store.append(this.#name, this.#incarnation, row), bytes: row.byteLength };
  }

  /** In place of these rows, all that is here: what they held and what is not in any row yet. */
  async compact(rows: readonly number[]): Promise<Written> {
    const row = encodeRow({ update: Y.encodeStateAsUpdate(this.doc), authors: this.authors.takeAll() });
    const announced = this.#announcements.splice(0);
    const replaced = [...rows, ...announced];
    return { outcome: await this.#store.compact(this.#name, this.#incarnation, replaced, row), bytes: row.byteLength };
  }

  /** Where this fails nothing is lost: the next row takes it, or finds what is wrong. */
  async #announce(): Promise<void> {
    const authors = this.authors.takeUnsaved();
    try {
      const outcome = await this.#store.append(this.#name, this.#incarnation, encodeRow({ update: NOTHING, authors }));
      if (outcome.outcome === 'saved') this.#announcements.push(outcome.row);
    } catch {
      this.authors.giveBack(authors);
    }
  }

  #looked({ deleteSet, beforeState, afterState }: Y.Transaction): void {
    if (deleteSet.clients.size > 0) this.#changed = true;
    for (const [id, clock] of afterState) {
      if (this.#changed) return;
      this.#changed = clock !== beforeState.get(id);
    }
  }
}

/** A stored document as it reads, for a look. */
export function readStored({ incarnation, rows }: StoredDocument): Y.Doc {
  const doc = new Y.Doc({ guid: incarnation });
  for (const { update } of rows) Y.applyUpdate(doc, decodeRow(update).update);
  return doc;
}
