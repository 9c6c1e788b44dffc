import type { KeyProvider, Wrapped } from '../ports/key-provider.ts';

/** Keys of a provider that is no longer the one in use: they open what they wrapped until it is wrapped anew. */
export type FormerKeys = { holds(kekId: string): boolean; unwrap: KeyProvider['unwrap'] };

/** KE10. One provider wraps; others open what they wrapped before, so that an operator can change from one to another. */
export class SucceedingKeys implements KeyProvider {
  readonly #now: KeyProvider;
  readonly #former: readonly FormerKeys[];

  constructor(now: KeyProvider, former: readonly FormerKeys[]) {
    this.#now = now;
    this.#former = former;
  }

  get currentKekId(): string {
    return this.#now.currentKekId;
  }

  wrap(key: Uint8Array): Promise<Wrapped> {
    return this.#now.wrap(key);
  }

  unwrap(kekId: string, wrapped: Uint8Array): Promise<Uint8Array> {
    const holder = this.#former.find((each) => each.holds(kekId)) ?? this.#now;
    return holder.unwrap(kekId, wrapped);
  }

  refresh(): Promise<void> {
    return this.#now.refresh();
  }

  keepOnly(kekIds: ReadonlySet<string>): Promise<string[]> {
    return this.#now.keepOnly(kekIds);
  }
}
