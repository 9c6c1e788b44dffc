import type { DatabaseSync } from 'node:sqlite';
import type { Append } from '../../ports/event-store.ts';
import type { EventRows } from './event-rows.ts';
import type { KeyRows } from './key-rows.ts';
import type { StreamHeads } from './stream-heads.ts';
import type { StreamKeys } from './stream-keys.ts';
import { inTransaction } from './transaction.ts';

/** How long a write-ahead log may still hold the bytes of a destroyed key. */
const TRUNCATE_AFTER_MS = 1_000;

export type Files = { events: DatabaseSync; keys: DatabaseSync };

/**
 * ES5. Destroys words for good: the ciphertext and a note of what is due go in the transaction of the command, then the keys
 * are overwritten. A crash in between is made up for at the next start, and a restored backup follows the log of what was
 * destroyed since it was made.
 */
export class Shredder {
  readonly #files: Files;
  readonly #events: EventRows;
  readonly #keys: KeyRows;
  readonly #streamKeys: StreamKeys;
  #due: boolean;
  #truncating: NodeJS.Timeout | undefined;

  constructor(files: Files, events: EventRows, keys: KeyRows, streamKeys: StreamKeys) {
    this.#files = files;
    this.#events = events;
    this.#keys = keys;
    this.#streamKeys = streamKeys;
    this.#due = events.shredDue.get({}) !== undefined;
    this.#followLog();
    this.destroyDueKeys();
    this.truncateLogs();
  }

  /** Deletes ciphertext and notes its keys as due; called within the transaction on the events that orders it. */
  noteDue(destroy: NonNullable<Append['destroy']>, at: number, heads: Pick<StreamHeads, 'get'>): void {
    for (const { stream, seq } of destroy.events ?? []) {
      const head = heads.get(stream);
      if (head) this.#events.noteBody.run({ stream_id: head.id, seq, at });
    }
    for (const stream of destroy.streams ?? []) {
      const head = heads.get(stream);
      if (!head) continue;
      this.#events.noteBodies.run({ stream_id: head.id, at });
      this.#events.noteStream.run({ stream, at });
    }
    this.#events.deleteNotedBodies.run({});
  }

  /** That transaction was committed. */
  notedDue(): void {
    this.#due = true;
  }

  /** Overwrites the keys that are due. Where it throws they stay due, and nothing may be sealed before they are gone. */
  destroyDueKeys(): void {
    if (!this.#due) return;
    const due = this.#events.shredDue.all({});
    inTransaction(this.#files.keys, () => {
      for (const { body_id, stream, at } of due) {
        if (body_id !== null) this.#destroyBodyKey(body_id, at);
        if (stream !== null) this.#destroyStreamKeys(stream, at);
      }
    });
    for (const { stream } of due) if (stream !== null) this.#streamKeys.forget(stream);
    inTransaction(this.#files.events, () => {
      this.#events.clearShredDue.run({});
      this.#events.followShred.run({ through: this.#keys.lastIds.get({})?.shred ?? 0 });
    });
    this.#due = false;
    this.#truncating ??= setTimeout(() => this.truncateLogs(), TRUNCATE_AFTER_MS).unref();
  }

  /** Writes both write-ahead logs back and empties them, so that no file holds what was destroyed. */
  truncateLogs(): void {
    clearTimeout(this.#truncating);
    this.#truncating = undefined;
    for (const file of [this.#files.keys, this.#files.events]) file.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  #destroyBodyKey(bodyId: number, at: number): void {
    this.#keys.destroyBodyKey.run({ body_id: bodyId });
    this.#keys.insertShredLog.run({ kind: 'body', object_id: bodyId, at });
  }

  #destroyStreamKeys(stream: string, at: number): void {
    for (const { id } of this.#keys.streamKeysOf.all({ stream })) {
      this.#keys.destroyStreamKey.run({ id });
      this.#keys.insertShredLog.run({ kind: 'stream_key', object_id: id, at });
    }
  }

  #followLog(): void {
    const log = this.#keys.shredLogAfter.all({ id: this.#events.shredFollowed.get({})?.through ?? 0 });
    const last = log.at(-1);
    if (!last) return;
    inTransaction(this.#files.events, () => {
      for (const { kind, object_id } of log) if (kind === 'body') this.#events.deleteBody.run({ id: object_id });
      this.#events.followShred.run({ through: last.id });
    });
  }
}
