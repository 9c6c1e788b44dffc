import { randomBytes } from 'node:crypto';
import { type KeyProvider, KeysOutOfReach } from '../../ports/key-provider.ts';
import type { KeyRows } from './key-rows.ts';

/**
 * KE6. Beside every key-encryption key that sealed something here stands a proof: a random key wrapped by it. It shows at start
 * whether the right one was given.
 */
export class KekProofs {
  readonly #rows: KeyRows;
  readonly #provider: KeyProvider;
  readonly #there: Set<string>;

  constructor(rows: KeyRows, provider: KeyProvider) {
    this.#rows = rows;
    this.#provider = provider;
    this.#there = new Set(rows.keks.all({}).map(({ id }) => id));
  }

  get ids(): readonly string[] {
    return [...this.#there];
  }

  /** Rejects with a sentence for the operator where the provider lacks a key that sealed something here. */
  async check(): Promise<void> {
    for (const { id, proof } of this.#rows.keks.all({})) {
      await this.#provider.unwrap(id, proof).catch((cause: unknown) => {
        if (cause instanceof KeysOutOfReach) throw cause;
        throw new Error(
          'The key given does not belong to this data folder: the words in it were sealed with another one. Put back the key file ' +
            '(or the setting, or the key service) that belongs to it, from a backup.',
          { cause },
        );
      });
    }
    await this.see(this.#provider.currentKekId);
  }

  /** Called for each key that wrapped something, before that is stored. */
  async see(kekId: string): Promise<void> {
    if (this.#there.has(kekId)) return;
    const { kekId: by, wrapped } = await this.#provider.wrap(randomBytes(32));
    this.#rows.insertKek.run({ id: by, proof: wrapped });
    this.#there.add(by);
  }

  /** Nothing is wrapped by it any more. */
  forget(kekId: string): void {
    this.#rows.deleteKek.run({ id: kekId });
    this.#there.delete(kekId);
  }
}
