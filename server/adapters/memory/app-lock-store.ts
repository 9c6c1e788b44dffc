import type { AppLockStore, WrongTries } from '../../ports/app-lock-store.ts';

export class MemoryAppLockStore implements AppLockStore {
  readonly #pins = new Map<string, string>();
  readonly #tries = new Map<string, WrongTries>();

  async pinOf(memberId: string): Promise<string | undefined> {
    return this.#pins.get(memberId);
  }

  async setPin(memberId: string, hash: string | null): Promise<void> {
    if (hash === null) this.#pins.delete(memberId);
    else this.#pins.set(memberId, hash);
  }

  async triesOn(device: string): Promise<WrongTries> {
    return { ...(this.#tries.get(device) ?? { count: 0, at: 0 }) };
  }

  async setTries(device: string, tries: WrongTries): Promise<void> {
    this.#tries.set(device, { ...tries });
  }

  async sweep(before: number): Promise<number> {
    const over = [...this.#tries].filter(([, { at }]) => at < before);
    for (const [device] of over) this.#tries.delete(device);
    return over.length;
  }
}
