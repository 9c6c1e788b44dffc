import { randomBytes } from 'node:crypto';
import type { DocumentOutcome, DocumentStore, StoredDocument } from '../../ports/document-store.ts';

type Document = { spaceId: string; incarnation: string; rows: Map<number, Uint8Array> };

const GONE: DocumentOutcome = { outcome: 'gone' };

/** The document store for tests and trials: the same rules, nothing sealed, gone with the process. */
export class MemoryDocumentStore implements DocumentStore {
  readonly #documents = new Map<string, Document>();
  #lastRow = 0;
  #closed = false;

  async find(name: string): Promise<StoredDocument | undefined> {
    this.#checkOpen();
    const document = this.#documents.get(name);
    if (!document) return undefined;
    const rows = [...document.rows].map(([row, update]) => ({ row, update: Uint8Array.from(update) }));
    return { incarnation: document.incarnation, rows };
  }

  async open(name: string, spaceId: string): Promise<StoredDocument> {
    this.#checkOpen();
    if ((this.spaceOf(name) ?? spaceId) !== spaceId) throw new Error('A document of one space was opened for another');
    if (!this.#documents.has(name)) {
      const incarnation = randomBytes(16).toString('base64url');
      this.#documents.set(name, { spaceId, incarnation, rows: new Map() });
    }
    return (await this.find(name)) as StoredDocument;
  }

  async append(name: string, incarnation: string, update: Uint8Array): Promise<DocumentOutcome> {
    this.#checkOpen();
    const document = this.#document(name, incarnation);
    if (!document) return GONE;
    const row = this.#nextRow();
    document.rows.set(row, Uint8Array.from(update));
    return { outcome: 'saved', row };
  }

  async compact(
    name: string,
    incarnation: string,
    replaces: readonly number[],
    state: Uint8Array,
  ): Promise<DocumentOutcome> {
    this.#checkOpen();
    const document = this.#document(name, incarnation);
    if (!document) return GONE;
    const rows = new Map(document.rows);
    if (!replaces.every((row) => rows.delete(row))) throw new Error('A compaction names a row that is not there');
    const row = replaces.reduce((last, each) => Math.max(last, each), 0) || this.#nextRow();
    rows.set(row, Uint8Array.from(state));
    document.rows = new Map([...rows].sort(([one], [other]) => one - other));
    return { outcome: 'saved', row };
  }

  async destroy(names: readonly string[]): Promise<void> {
    this.#checkOpen();
    this.remove(names);
  }

  /** The space a document belongs to, for the event store beside this one. */
  spaceOf(name: string): string | undefined {
    return this.#documents.get(name)?.spaceId;
  }

  /** Destroys at once, for the event store beside this one. */
  remove(names: readonly string[]): void {
    for (const name of names) this.#documents.delete(name);
  }

  /** Renames at once, for the event store beside this one. */
  rename(from: string, to: string): void {
    const document = this.#documents.get(from);
    if (!document || this.#documents.has(to)) return;
    this.#documents.delete(from);
    this.#documents.set(to, document);
  }

  close(): void {
    this.#closed = true;
  }

  #document(name: string, incarnation: string): Document | undefined {
    const document = this.#documents.get(name);
    return document?.incarnation === incarnation ? document : undefined;
  }

  #nextRow(): number {
    this.#lastRow += 1;
    return this.#lastRow;
  }

  #checkOpen(): void {
    if (this.#closed) throw new Error('The document store is closed');
  }
}
