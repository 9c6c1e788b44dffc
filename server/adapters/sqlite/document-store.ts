import { randomBytes } from 'node:crypto';
import { unseal } from '../../keys/seal.ts';
import type { DocumentOutcome, DocumentStore, StoredDocument } from '../../ports/document-store.ts';
import { CommitQueue } from './commit-queue.ts';
import { DocumentCommitter, type DocumentWrite, weighWrite } from './document-committer.ts';
import { rowPlace } from './document-keys.ts';
import type { DocumentRow } from './document-rows.ts';
import type { StoreParts } from './store-parts.ts';
import { inTransaction } from './transaction.ts';

/** The document store on the files of the event store. */
export class SqliteDocumentStore implements DocumentStore {
  readonly #parts: StoreParts;
  readonly #queue: CommitQueue<DocumentWrite, DocumentOutcome>;
  #closed = false;

  constructor(parts: StoreParts) {
    this.#parts = parts;
    const committer = new DocumentCommitter(parts);
    this.#queue = new CommitQueue(weighWrite, (group) => committer.commit(group));
  }

  async find(name: string): Promise<StoredDocument | undefined> {
    this.#checkOpen();
    const document = this.#parts.documents.document.get({ name });
    return document && this.#load(document);
  }

  async open(name: string, spaceId: string): Promise<StoredDocument> {
    this.#checkOpen();
    return (await this.#load(this.#findOrMake(name, spaceId))) as StoredDocument;
  }

  async append(name: string, incarnation: string, update: Uint8Array): Promise<DocumentOutcome> {
    this.#checkOpen();
    return this.#queue.add({ name, incarnation, bytes: update });
  }

  async compact(
    name: string,
    incarnation: string,
    rows: readonly number[],
    state: Uint8Array,
  ): Promise<DocumentOutcome> {
    this.#checkOpen();
    return this.#queue.add({ name, incarnation, bytes: state, replaces: rows });
  }

  async destroy(names: readonly string[]): Promise<void> {
    this.#checkOpen();
    const { files, documents, shredder } = this.#parts;
    const there = names.filter((name) => documents.document.get({ name }));
    if (there.length === 0) return;
    inTransaction(files.events, () => {
      for (const name of there) shredder.noteDocument(name);
    });
    shredder.destroyNotedKeys();
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#queue.idle();
  }

  /** Nothing waits in here, so that of any number who open at once one makes it (DS2). */
  #findOrMake(name: string, spaceId: string): DocumentRow {
    const { files, documents, keys } = this.#parts;
    const found = documents.document.get({ name });
    if (found && found.space_id !== spaceId) throw new Error('A document of one space was opened for another');
    if (found && (found.key_id === null || keys.streamKey.get({ id: found.key_id }))) return found;
    const incarnation = randomBytes(16).toString('base64url');
    inTransaction(files.events, () => {
      // One whose key is lost can never be read again.
      if (found) documents.delete.run({ id: found.id });
      documents.insert.run({ name, space_id: spaceId, incarnation });
    });
    return documents.document.get({ name }) as DocumentRow;
  }

  /** Undefined where its key is gone. Rows and key are fetched before anything waits: a destruction comes before both or after. */
  async #load({ id, incarnation, key_id }: DocumentRow): Promise<StoredDocument | undefined> {
    if (key_id === null) return { incarnation, rows: [] };
    const sealed = this.#parts.documents.rows.all({ document_id: id });
    const key = await this.#parts.streamKeys.byId(key_id);
    if (!key) return undefined;
    const rows = sealed.map((each) => ({
      row: each.id,
      update: unseal(key.key, each.sealed, rowPlace(incarnation, each.id)),
    }));
    return { incarnation, rows };
  }

  #checkOpen(): void {
    if (this.#closed) throw new Error('The document store is closed');
  }
}
