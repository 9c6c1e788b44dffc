import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import { openWords, type Place } from '../../keys/sealed-words.ts';
import type { EventRows } from './event-rows.ts';
import type { KeyRows } from './key-rows.ts';
import type { StreamHeads } from './stream-heads.ts';
import type { StreamKey, StreamKeys } from './stream-keys.ts';

type SealedBody = { body: Uint8Array; wrappedKey: Uint8Array; streamKeyId: number };

/** Finds and opens stored words. Where the body or any key on the way to it is gone, the words are gone: null. */
export class StoredWords {
  readonly #events: EventRows;
  readonly #keys: KeyRows;
  readonly #streamKeys: StreamKeys;
  readonly #heads: StreamHeads;

  constructor(events: EventRows, keys: KeyRows, streamKeys: StreamKeys, heads: StreamHeads) {
    this.#events = events;
    this.#keys = keys;
    this.#streamKeys = streamKeys;
    this.#heads = heads;
  }

  /** A body beside its key, read in one go so that no destruction comes in between. */
  sealed(bodyId: number, body: Uint8Array | null): SealedBody | null {
    const row = body && this.#keys.bodyKey.get({ body_id: bodyId });
    return row ? { body, wrappedKey: row.wrapped, streamKeyId: row.stream_key_id } : null;
  }

  /** Words as JSON, and the key that held them. Rejects where bytes were changed or moved (KE2). */
  async open(sealed: SealedBody | null, place: Place): Promise<{ json: string; by: StreamKey } | null> {
    if (!sealed) return null;
    const known = this.#streamKeys.byId(sealed.streamKeyId);
    const by = known instanceof Promise ? await known : known;
    return by ? { json: openWords(sealed, place, by.key), by } : null;
  }

  /**
   * The words of one recorded event of this space, to be copied (ES8): undefined where the event has none, null where they are
   * destroyed, 'unrecorded' where there is no such event.
   */
  async find(
    spaceId: string,
    stream: StreamName,
    seq: number,
  ): Promise<{ json: string; author: string } | null | undefined | 'unrecorded'> {
    const head = this.#heads.get(stream);
    const row = head && this.#events.bodyOf.get({ stream_id: head.id, seq });
    if (!row) return 'unrecorded';
    if (head.spaceId !== spaceId)
      throw new Error(`Words are copied within one space only, and ${stream} is of another`);
    if (row.body_id === null) return undefined;
    const opened = await this.open(this.sealed(row.body_id, row.sealed), { spaceId, stream, seq });
    return opened && { json: opened.json, author: opened.by.author };
  }
}
