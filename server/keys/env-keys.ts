import type { KeyProvider, Wrapped } from '../ports/key-provider.ts';
import { type KeyRing, kekIdOf, LocalKeys } from './local-keys.ts';

/** One or more keys of 32 bytes in base64, parted by commas or blanks; the first is current. Undefined where it is anything else. */
export function ringOf(setting: string): KeyRing | undefined {
  const keys = setting.split(/[\s,]+/).filter(Boolean);
  const bytes = keys.map((key) => Buffer.from(key, 'base64'));
  const sound = bytes.every((each, index) => each.length === 32 && each.toString('base64') === keys[index]);
  const [first] = bytes;
  if (!first || !sound) return undefined;
  return { current: kekIdOf(first), keys: new Map(bytes.map((each) => [kekIdOf(each), each])) };
}

/** KE10. Key-encryption keys from the environment. The operator rotates them: a new one in front, then a restart. */
export class EnvKeys implements KeyProvider {
  readonly #keys: LocalKeys;

  constructor(ring: KeyRing) {
    this.#keys = new LocalKeys(ring);
  }

  get currentKekId(): string {
    return this.#keys.currentKekId;
  }

  wrap(key: Uint8Array): Promise<Wrapped> {
    return this.#keys.wrap(key);
  }

  unwrap(kekId: string, wrapped: Uint8Array): Promise<Uint8Array> {
    return this.#keys.unwrap(kekId, wrapped);
  }

  async refresh(): Promise<void> {}

  async keepOnly(kekIds: ReadonlySet<string>): Promise<string[]> {
    const gone = this.#keys.except(kekIds);
    for (const id of gone) this.#keys.drop(id);
    return gone;
  }
}
