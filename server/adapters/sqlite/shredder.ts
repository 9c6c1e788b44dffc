import type { DatabaseSync } from 'node:sqlite';
import { type Append, destroyedIn } from '../../ports/event-store.ts';
import type { DestroyedLog } from './destroyed-log.ts';
import { documentKeys } from './document-keys.ts';
import type { DocumentRows } from './document-rows.ts';
import type { EventRows } from './event-rows.ts';
import type { KeyRows } from './key-rows.ts';
import type { StreamHeads } from './stream-heads.ts';
import type { StreamKeys } from './stream-keys.ts';
import { tagOfBodyKey } from './tags.ts';
import { inTransaction } from './transaction.ts';

/** How long a write-ahead log may still hold the bytes of a destroyed key. */
const TRUNCATE_AFTER_MS = 1_000;

export type Files = { events: DatabaseSync; keys: DatabaseSync; destroyed: DestroyedLog };

type ShredderParts = {
  files: Files;
  events: EventRows;
  documents: DocumentRows;
  keys: KeyRows;
  streamKeys: StreamKeys;
};

/**
 * ES5, DS4. Destroys words for good: the ciphertext and a note of what is due go in the transaction of the command, then the keys
 * are overwritten. A crash in between is made up for at the next start, and a restored backup follows the log of what was
 * destroyed since it was made.
 */
export class Shredder {
  readonly #files: Files;
  readonly #events: EventRows;
  readonly #documents: DocumentRows;
  readonly #keys: KeyRows;
  readonly #streamKeys: StreamKeys;
  readonly #now: () => number;
  #due: boolean;
  /** Something was noted since the last time keys were destroyed. */
  #noted = false;
  /** The last row of the log that the file beside the databases has, too. */
  #writtenToFile = 0;
  #truncating: NodeJS.Timeout | undefined;

  constructor({ files, events, documents, keys, streamKeys }: ShredderParts, now: () => number) {
    this.#files = files;
    this.#events = events;
    this.#documents = documents;
    this.#keys = keys;
    this.#streamKeys = streamKeys;
    this.#now = now;
    this.#due = events.shredDue.get({}) !== undefined;
    this.#followFile();
    this.#followLog();
    this.destroyDueKeys();
    this.truncateLogs();
  }

  /** Deletes ciphertext and notes its keys as due; called within the transaction on the events that orders it. */
  noteDue(destroy: NonNullable<Append['destroy']>, at: number, heads: Pick<StreamHeads, 'get'>): void {
    this.#noted ||= destroyedIn(destroy).length > 0;
    for (const { stream, seq } of destroy.events ?? []) {
      const head = heads.get(stream);
      if (head) this.#events.noteBody.run({ stream_id: head.id, seq, at });
    }
    for (const { stream, author } of destroy.authors ?? []) {
      const head = heads.get(stream);
      if (head) this.#noteAuthor(stream, author, head.id, at);
    }
    for (const stream of destroy.streams ?? []) {
      const head = heads.get(stream);
      if (!head) continue;
      this.#events.noteBodies.run({ stream_id: head.id, at });
      this.#events.noteStream.run({ stream, at });
    }
    this.#events.deleteNotedBodies.run({});
    for (const name of destroy.documents ?? []) this.noteDocument(name, at);
  }

  /** All that one author's key in a stream opens; the key is found where it was written in the step before (KE4). */
  #noteAuthor(stream: string, author: string, streamId: number, at: number): void {
    const key = this.#keys.liveStreamKey.get({ stream, author });
    if (!key) return;
    for (const { id } of this.#events.bodies.all({ stream_id: streamId })) {
      if (this.#keys.bodyKey.get({ body_id: id })?.stream_key_id === key.id) this.#events.noteBodyId.run({ id, at });
    }
    this.#events.noteStreamKey.run({ stream_key_id: key.id, at });
  }

  /** Deletes a document, if there is one, and notes its keys as due; within a transaction on the events, too. */
  noteDocument(name: string, at = this.#now()): void {
    const document = this.#documents.document.get({ name });
    if (!document) return;
    this.#noted = true;
    this.#documents.delete.run({ id: document.id });
    this.#events.noteStream.run({ stream: documentKeys(document.incarnation), at });
  }

  /** Notes a key as due that nothing is sealed with any more; within a transaction on the events, too. */
  noteStreamKey(id: number): void {
    this.#noted = true;
    this.#events.noteStreamKey.run({ stream_key_id: id, at: this.#now() });
  }

  /**
   * That transaction was committed. The words are gone and what was asked is recorded, so this never throws: where the keys
   * can't be overwritten now they stay due, and nothing is sealed until they are gone.
   */
  destroyNotedKeys(): void {
    if (!this.#noted) return;
    this.#noted = false;
    this.#due = true;
    try {
      this.destroyDueKeys();
    } catch {
      // Still due.
    }
  }

  /** Overwrites the keys that are due. Where it throws they stay due, and nothing may be sealed before they are gone. */
  destroyDueKeys(): void {
    if (!this.#due) return;
    const due = this.#events.shredDue.all({});
    inTransaction(this.#files.keys, () => {
      for (const { body_id, stream, stream_key_id, at } of due) {
        if (body_id !== null) this.#destroyBodyKey(body_id, at);
        if (stream !== null) this.#destroyStreamKeys(stream, at);
        if (stream_key_id !== null) this.#destroyStreamKey(stream_key_id, at);
      }
    });
    this.#writeFile();
    for (const { stream, stream_key_id } of due) {
      if (stream !== null) this.#streamKeys.forget(stream);
      if (stream_key_id !== null) this.#streamKeys.forgetKey(stream_key_id);
    }
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
    const tag = this.#bodyTag(bodyId);
    this.#keys.destroyBodyKey.run({ body_id: bodyId });
    this.#keys.insertShredLog.run({ kind: 'body', object_id: bodyId, at, tag });
  }

  #destroyStreamKeys(stream: string, at: number): void {
    for (const { id } of this.#keys.streamKeysOf.all({ stream })) this.#destroyStreamKey(id, at);
  }

  #destroyStreamKey(id: number, at: number): void {
    const tag = this.#streamKeyTag(id);
    this.#keys.destroyStreamKey.run({ id });
    this.#keys.insertShredLog.run({ kind: 'stream_key', object_id: id, at, tag });
  }

  #bodyTag(bodyId: number): string | null {
    const key = this.#keys.bodyKey.get({ body_id: bodyId });
    return key ? tagOfBodyKey(key.wrapped) : null;
  }

  #streamKeyTag(id: number): string | null {
    return this.#keys.streamKeyState.get({ id })?.tag ?? null;
  }

  /**
   * Another copy of the keys was put back: what the file says was destroyed since is destroyed again. Where another copy was in
   * use before, its keys had the ids of others here; a tag tells them apart. A line without a tag is from before there were any.
   */
  #followFile(): void {
    const since = this.#files.destroyed.after(this.#keys.lastIds.get({})?.shred ?? 0);
    if (since.length > 0) {
      inTransaction(this.#files.keys, () => {
        for (const line of since) {
          const { kind, object_id, tag } = line;
          if (kind === 'stream_key') {
            if (tag === this.#streamKeyTag(object_id)) this.#keys.destroyStreamKey.run({ id: object_id });
          } else if (tag === null || tag === this.#bodyTag(object_id)) {
            this.#keys.destroyBodyKey.run({ body_id: object_id });
          }
          this.#keys.insertShredLog.run(line);
        }
      });
    }
    this.#writtenToFile = Math.max(
      0,
      ...this.#files.destroyed
        .after(0)
        .slice(-1)
        .map(({ id }) => id),
    );
    this.#writeFile();
  }

  #writeFile(): void {
    const rows = this.#keys.shredLogAfter.all({ id: this.#writtenToFile });
    this.#files.destroyed.add(rows);
    this.#writtenToFile = rows.at(-1)?.id ?? this.#writtenToFile;
  }

  #followLog(): void {
    const log = this.#keys.shredLogAfter.all({ id: this.#events.shredFollowed.get({})?.through ?? 0 });
    const last = log.at(-1);
    if (!last) return;
    const destroyed = log.filter((line) => this.#isDestroyed(line));
    const keys = new Set(destroyed.filter(({ kind }) => kind === 'stream_key').map(({ object_id }) => object_id));
    const lost = this.#documents.all.all({}).filter(({ key_id }) => key_id !== null && keys.has(key_id));
    inTransaction(this.#files.events, () => {
      for (const { kind, object_id } of destroyed) if (kind === 'body') this.#events.deleteBody.run({ id: object_id });
      for (const { id } of lost) this.#documents.delete.run({ id });
      this.#events.followShred.run({ through: last.id });
    });
  }

  /** A line may be of another key that had the same id: the key itself says whether it was destroyed. */
  #isDestroyed({ kind, object_id }: { kind: 'body' | 'stream_key'; object_id: number }): boolean {
    if (kind === 'body') return this.#keys.bodyKeyDestroyed.get({ body_id: object_id }) !== undefined;
    return this.#keys.streamKeyState.get({ id: object_id })?.live === 0;
  }
}
