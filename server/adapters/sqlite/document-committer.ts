import { seal, unseal } from '../../keys/seal.ts';
import type { DocumentOutcome } from '../../ports/document-store.ts';
import type { Waiting, Weight } from './commit-queue.ts';
import { currentKey, keyAfter, rowPlace } from './document-keys.ts';
import type { DocumentRow } from './document-rows.ts';
import type { StoreParts } from './store-parts.ts';
import type { StreamKey } from './stream-keys.ts';
import { inTransaction } from './transaction.ts';

/** An update to append; or a state that `replaces` rows. */
export type DocumentWrite = { name: string; incarnation: string; bytes: Uint8Array; replaces?: readonly number[] };

type WaitingWrite = Waiting<DocumentWrite, DocumentOutcome>;
type Readied = { key: StreamKey } | { gone: true } | { fault: unknown };

const GONE: DocumentOutcome = { outcome: 'gone' };
const BYTES_PER_WEIGHT = 8 * 1024;

export function weighWrite({ bytes, replaces }: DocumentWrite): Weight {
  return { weight: 1 + Math.floor(bytes.length / BYTES_PER_WEIGHT), last: replaces !== undefined };
}

/**
 * Records updates in groups, and compactions each by itself: keys in one transaction, then rows in another, then the answers
 * (DS1). A document may be destroyed whenever this waits, so it is looked for again where nothing waits any more (DS7).
 */
export class DocumentCommitter {
  readonly #parts: StoreParts;
  #lastRow: number;

  constructor(parts: StoreParts) {
    this.#parts = parts;
    this.#lastRow = parts.documents.lastRow.get({})?.id ?? 0;
  }

  async commit(group: WaitingWrite[]): Promise<WaitingWrite[]> {
    const compaction = group.at(-1)?.work.replaces && group.pop();
    if (group.length > 0) await this.#appendAll(group);
    if (compaction) await this.#compact(compaction.work).then(compaction.resolve, compaction.reject);
    return [];
  }

  async #appendAll(group: WaitingWrite[]): Promise<void> {
    const readied = await Promise.all(group.map(({ work }) => this.#ready(work)));
    const answers: [WaitingWrite, DocumentOutcome][] = [];
    try {
      this.#writeKeys();
      inTransaction(this.#parts.files.events, () => {
        for (const [index, waiting] of group.entries()) {
          const ready = readied[index] as Readied;
          if ('fault' in ready) waiting.reject(ready.fault);
          else answers.push([waiting, 'gone' in ready ? GONE : this.#append(waiting.work, ready.key)]);
        }
      });
    } catch (fault) {
      for (const { reject } of group) reject(fault);
      return;
    }
    for (const [{ resolve }, outcome] of answers) resolve(outcome);
  }

  #append({ name, incarnation, bytes }: DocumentWrite, key: StreamKey): DocumentOutcome {
    const { documents } = this.#parts;
    const document = this.#find(name, incarnation);
    if (!document) return GONE;
    if (document.key_id === null) documents.setKey.run({ id: document.id, key_id: key.id });
    const row = this.#nextRow();
    const sealed = seal(key.key, bytes, rowPlace(incarnation, row));
    documents.insertRow.run({ id: row, document_id: document.id, sealed });
    return { outcome: 'saved', row };
  }

  /** DS3. All that stays is sealed anew, so that nothing is left that the old key opens, and the old key goes. */
  async #compact({ name, incarnation, bytes, replaces = [] }: DocumentWrite): Promise<DocumentOutcome> {
    const ready = await this.#ready({ name, incarnation });
    if ('fault' in ready) throw ready.fault;
    if ('gone' in ready) return GONE;
    const old = ready.key;
    const fresh = await keyAfter(this.#parts.streamKeys, incarnation, old.id);
    const document = this.#find(name, incarnation);
    if (!document) return GONE;

    const { files, documents, shredder } = this.#parts;
    const there = new Set(documents.rowIds.all({ document_id: document.id }).map(({ id }) => id));
    if (!replaces.every((row) => there.delete(row))) throw new Error('A compaction names a row that is not there');
    const stay = [...there].map((id) => ({ id, bytes: unseal(old.key, this.#sealed(id), rowPlace(incarnation, id)) }));
    const row = replaces.reduce((last, each) => Math.max(last, each), 0) || this.#nextRow();

    this.#writeKeys();
    inTransaction(files.events, () => {
      for (const id of replaces) documents.deleteRow.run({ id });
      const sealed = (id: number, plain: Uint8Array) => seal(fresh.key, plain, rowPlace(incarnation, id));
      for (const { id, bytes } of stay) documents.resealRow.run({ id, sealed: sealed(id, bytes) });
      documents.insertRow.run({ id: row, document_id: document.id, sealed: sealed(row, bytes) });
      documents.setKey.run({ id: document.id, key_id: fresh.id });
      shredder.noteStreamKey(old.id);
    });
    shredder.destroyNotedKeys();
    return { outcome: 'saved', row };
  }

  async #ready({ name, incarnation }: Pick<DocumentWrite, 'name' | 'incarnation'>): Promise<Readied> {
    try {
      const document = this.#find(name, incarnation);
      const key = document && (await currentKey(this.#parts.streamKeys, document));
      return key ? { key } : { gone: true };
    } catch (fault) {
      return { fault };
    }
  }

  /** Keys first: a key without rows harms nobody, rows without a key are lost. */
  #writeKeys(): void {
    const { files, streamKeys, shredder } = this.#parts;
    shredder.destroyDueKeys();
    if (!streamKeys.hasNew) return;
    inTransaction(files.keys, () => streamKeys.saveNew());
    streamKeys.savedNew();
  }

  #find(name: string, incarnation: string): DocumentRow | undefined {
    const document = this.#parts.documents.document.get({ name });
    return document?.incarnation === incarnation ? document : undefined;
  }

  #sealed(id: number): Uint8Array {
    return this.#parts.documents.sealed.get({ id })?.sealed as Uint8Array;
  }

  #nextRow(): number {
    this.#lastRow += 1;
    return this.#lastRow;
  }
}
