import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
import type { Wrapped } from '../ports/key-provider.ts';
import { seal, unseal } from './seal.ts';

/** Key-encryption keys of 32 bytes by their ids, and the one to wrap with. */
export type KeyRing = { current: string; keys: Map<string, Buffer> };

/** Each id is derived from its key, so that a changed key is noticed. */
export const kekIdOf = (key: Uint8Array): string =>
  createHash('sha256').update('turnward kek ').update(key).digest('hex').slice(0, 16);

/** Key-encryption keys in the memory of this process. The `kekId` is bound into what it wraps. */
export class LocalKeys {
  #current: string;
  readonly #keys = new Map<string, KeyObject>();

  constructor(ring: KeyRing) {
    this.#current = ring.current;
    this.take(ring);
  }

  get currentKekId(): string {
    return this.#current;
  }

  holds(kekId: string): boolean {
    return this.#keys.has(kekId);
  }

  /** Takes up the keys of a ring beside those it has: what is wrapped by a key that left the ring still opens. */
  take({ current, keys }: KeyRing): void {
    for (const [id, bytes] of keys) if (!this.#keys.has(id)) this.#keys.set(id, createSecretKey(bytes));
    this.#current = current;
  }

  /** The ids of all keys but the current one and these. */
  except(kekIds: ReadonlySet<string>): string[] {
    return [...this.#keys.keys()].filter((id) => id !== this.#current && !kekIds.has(id));
  }

  drop(kekId: string): void {
    this.#keys.delete(kekId);
  }

  async wrap(key: Uint8Array): Promise<Wrapped> {
    const kekId = this.#current;
    return { kekId, wrapped: seal(this.#key(kekId), key, kekId) };
  }

  async unwrap(kekId: string, wrapped: Uint8Array): Promise<Uint8Array> {
    return unseal(this.#key(kekId), wrapped, kekId);
  }

  #key(kekId: string): KeyObject {
    const key = this.#keys.get(kekId);
    if (!key) throw new Error(`There is no key "${kekId}" here`);
    return key;
  }
}
