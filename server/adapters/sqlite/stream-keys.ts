import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { KeyProvider } from '../../ports/key-provider.ts';
import { BoundedMap } from './bounded-map.ts';
import type { KekProofs } from './kek-proofs.ts';
import type { KeyRows } from './key-rows.ts';
import type { KeyTables } from './schema.ts';
import { newTag } from './tags.ts';
import { inTransaction } from './transaction.ts';

/** KE4. Seals what one author wrote in one stream; or what is in one document. */
export type StreamKey = { id: number; stream: string; author: string; key: KeyObject };

const KEPT_UNWRAPPED = 10_000;

/** Stream keys, unwrapped while they are in use. */
export class StreamKeys {
  readonly #rows: KeyRows;
  readonly #provider: KeyProvider;
  readonly #proofs: KekProofs;
  readonly #byId = new BoundedMap<number, StreamKey>(KEPT_UNWRAPPED);
  readonly #byAuthor = new BoundedMap<string, StreamKey>(KEPT_UNWRAPPED);
  readonly #making = new Map<string, Promise<StreamKey>>();
  readonly #unsaved = new Map<StreamKey, KeyTables['stream_key']>();
  #lastId: number | undefined;

  constructor(rows: KeyRows, provider: KeyProvider, proofs: KekProofs) {
    this.#rows = rows;
    this.#provider = provider;
    this.#proofs = proofs;
  }

  /**
   * The key for what this author writes next in this stream; where there is none, a new one, which `saveNew` must store before
   * anything sealed with it. Whatever may be destroyed while this is waited for must be looked for again before it is sealed.
   */
  forSealing(stream: string, author: string): StreamKey | Promise<StreamKey> {
    const name = `${stream}\n${author}`;
    const known = this.#byAuthor.get(name) ?? this.#making.get(name);
    if (known) return known;
    const making = this.#loadOrMake(stream, author)
      .then((key) => {
        if (this.#making.get(name) === making) this.#byAuthor.set(name, key);
        else this.#unsaved.delete(key);
        return key;
      })
      .finally(() => {
        if (this.#making.get(name) === making) this.#making.delete(name);
      });
    this.#making.set(name, making);
    return making;
  }

  /** The key of this id, or undefined where it was destroyed. */
  byId(id: number): StreamKey | undefined | Promise<StreamKey | undefined> {
    return this.#byId.get(id) ?? this.#load(id);
  }

  /** Whether there are keys that only memory holds. */
  get hasNew(): boolean {
    return this.#unsaved.size > 0;
  }

  /** Whether the provider is being asked to wrap or unwrap a key for sealing. */
  get isMaking(): boolean {
    return this.#making.size > 0;
  }

  /** Stores keys that only memory holds, in a transaction of their own: a key without words harms nobody. */
  flush(database: DatabaseSync): void {
    if (!this.hasNew) return;
    inTransaction(database, () => this.saveNew());
    this.savedNew();
  }

  /** Stores keys made since; called within the transaction of `keys.db` that stores what they wrap. */
  saveNew(): void {
    for (const row of this.#unsaved.values()) this.#rows.insertStreamKey.run(row);
  }

  /** That transaction was committed. */
  savedNew(): void {
    this.#unsaved.clear();
  }

  /** The stream's keys were destroyed. */
  forget(stream: string): void {
    this.#forgetWhere((key) => key.stream === stream);
    for (const name of this.#making.keys()) if (name.startsWith(`${stream}\n`)) this.#making.delete(name);
  }

  /** The key of this id was destroyed. */
  forgetKey(id: number): void {
    this.#forgetWhere((key) => key.id === id);
  }

  #forgetWhere(test: (key: StreamKey) => boolean): void {
    for (const kept of [this.#byId, this.#byAuthor]) kept.deleteWhere(test);
    for (const key of this.#unsaved.keys()) if (test(key)) this.#unsaved.delete(key);
  }

  async #loadOrMake(stream: string, author: string): Promise<StreamKey> {
    const row = this.#rows.liveStreamKey.get({ stream, author });
    if (row) return this.#unwrap(row.id, row);
    const bytes = randomBytes(32);
    const { kekId, wrapped } = await this.#provider.wrap(bytes);
    await this.#proofs.see(kekId);
    const key = { id: this.#nextId(), stream, author, key: createSecretKey(bytes) };
    this.#unsaved.set(key, { id: key.id, stream, author, kek_id: kekId, wrapped, live: 1, tag: newTag() });
    return key;
  }

  /** Looked up late: what a restored copy lacks is known only once the log of what was destroyed was followed. */
  #nextId(): number {
    const { lastIds, lastLostIds } = this.#rows;
    this.#lastId ??= Math.max(lastIds.get({})?.stream_key ?? 0, lastLostIds.get({})?.stream_key ?? 0);
    this.#lastId += 1;
    return this.#lastId;
  }

  async #load(id: number): Promise<StreamKey | undefined> {
    const row = this.#rows.streamKey.get({ id });
    if (!row) return undefined;
    const key = await this.#unwrap(id, row);
    // It may have been destroyed while the provider was asked.
    if (this.#rows.streamKey.get({ id })) this.#byId.set(id, key);
    return key;
  }

  async #unwrap(id: number, row: KeyTables['stream_key']): Promise<StreamKey> {
    const bytes = await this.#provider.unwrap(row.kek_id, row.wrapped).catch((fault: unknown) => {
      // It may have been wrapped anew while the provider was asked, and the old key dropped.
      const now = this.#rows.streamKey.get({ id });
      if (!now || now.kek_id === row.kek_id) throw fault;
      return this.#provider.unwrap(now.kek_id, now.wrapped);
    });
    return { id: row.id, stream: row.stream, author: row.author, key: createSecretKey(bytes) };
  }
}
