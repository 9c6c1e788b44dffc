import { setImmediate as nextTurn } from 'node:timers/promises';
import { type KeyProvider, KeysOutOfReach } from '../../ports/key-provider.ts';
import { AppSecretKeys } from './app-secret-keys.ts';
import type { KekProofs } from './kek-proofs.ts';
import type { StoreParts } from './store-parts.ts';
import { inTransaction } from './transaction.ts';

/** Keeps a transaction well under 5 ms. */
const BATCH = 32;

/** `left`: keys that did not open and stay as they are, so that the key they are wrapped by stays too. */
export type Rewrapped = { rewrapped: number; left: number; dropped: string[] };

/**
 * KE9. After the operator made another key-encryption key current: wraps every stream key and each app's secret anew, in short transactions between
 * appends, then lets the old key go. Words are not touched: their keys are wrapped by the stream keys.
 */
export class Rewrapping {
  readonly #parts: StoreParts;
  readonly #provider: KeyProvider;
  readonly #proofs: KekProofs;
  readonly #appSecrets: AppSecretKeys;
  #running: Promise<Rewrapped> | undefined;
  #stopped = false;

  constructor(parts: StoreParts, provider: KeyProvider) {
    this.#parts = parts;
    this.#provider = provider;
    this.#proofs = parts.proofs;
    this.#appSecrets = new AppSecretKeys(parts.files.events);
  }

  /** One look, and all that it finds to do. Where one is under way, that one. */
  run(): Promise<Rewrapped> {
    this.#running ??= this.#round().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Ends what is under way after its batch; the rest is done after the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running?.catch(() => {});
  }

  async #round(): Promise<Rewrapped> {
    await this.#provider.refresh();
    const current = this.#provider.currentKekId;
    await this.#proofs.see(current);
    this.#parts.streamKeys.flush(this.#parts.files.keys);
    const done = { rewrapped: 0, left: 0 };
    for (const old of this.#inUse()) {
      if (old === current) continue;
      await this.#rewrapAll(old, done);
      done.left += await this.#appSecrets.rewrap(old, this.#provider);
    }
    return { ...done, dropped: this.#stopped ? [] : await this.#dropUnused(current) };
  }

  async #rewrapAll(old: string, done: { rewrapped: number; left: number }): Promise<void> {
    const { keys, files } = this.#parts;
    for (let after = 0; !this.#stopped; ) {
      const batch = keys.wrappedBy.all({ kek_id: old, after, limit: BATCH });
      const last = batch.at(-1);
      if (!last) return;
      after = last.id;
      const fresh = await Promise.all(batch.map(({ id, wrapped }) => this.#rewrap(id, old, wrapped)));
      const opened = fresh.filter((each) => each !== undefined);
      // A key that was destroyed meanwhile stays so.
      inTransaction(files.keys, () => {
        for (const each of opened) keys.rewrap.run(each);
      });
      done.rewrapped += opened.length;
      done.left += batch.length - opened.length;
      await nextTurn();
    }
  }

  async #rewrap(id: number, old: string, wrapped: Uint8Array) {
    try {
      const anew = await this.#provider.wrap(await this.#provider.unwrap(old, wrapped));
      await this.#proofs.see(anew.kekId);
      return { id, old, kek_id: anew.kekId, wrapped: anew.wrapped };
    } catch (fault) {
      if (fault instanceof KeysOutOfReach) throw fault;
      return undefined;
    }
  }

  /** Nothing waits between the look and the deletion: no key can come to be wrapped by the one that goes. */
  async #dropUnused(current: string): Promise<string[]> {
    const { streamKeys, files } = this.#parts;
    if (streamKeys.isMaking) return [];
    streamKeys.flush(files.keys);
    const used = new Set(this.#inUse());
    for (const id of this.#proofs.ids) if (id !== current && !used.has(id)) this.#proofs.forget(id);
    return this.#provider.keepOnly(used);
  }

  #inUse(): string[] {
    const ids: string[] = [];
    for (let id: string | undefined = ''; id !== undefined; ) {
      id = this.#parts.keys.kekAfter.get({ kek_id: id })?.kek_id;
      if (id !== undefined) ids.push(id);
    }
    return [...new Set([...ids, ...this.#appSecrets.inUse()])];
  }
}
