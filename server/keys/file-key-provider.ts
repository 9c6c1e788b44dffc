import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KeyProvider, Wrapped } from '../ports/key-provider.ts';
import { createKeyFile, dropKeys, readKeyFile, syncFolder } from './key-file.ts';
import { type KeyRing, LocalKeys } from './local-keys.ts';
import { makePrivate } from './make-private.ts';

export const keyFileIn = (dataDir: string): string => join(dataDir, 'secrets', 'kek.json');

/** Key-encryption keys from a file, which `rotate-keys` may change meanwhile. */
class FileKeyProvider implements KeyProvider {
  readonly #path: string;
  readonly #keys: LocalKeys;

  constructor(path: string, ring: KeyRing) {
    this.#path = path;
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

  /** A key is taken up once it is durable: what it wraps must not outlive it. */
  async refresh(): Promise<void> {
    const ring = readKeyFile(this.#path);
    if (!ring)
      throw new Error(`The key file ${this.#path} is gone. Put it back: without it Turnward can't start again.`);
    if (ring.current === this.currentKekId) return;
    syncFolder(dirname(this.#path));
    this.#keys.take(ring);
  }

  async keepOnly(kekIds: ReadonlySet<string>): Promise<string[]> {
    const gone = this.#keys.except(kekIds);
    if (gone.length === 0) return gone;
    await dropKeys(this.#path, gone);
    for (const id of gone) this.#keys.drop(id);
    return gone;
  }
}

/**
 * KE5. The key file `secrets/kek.json` in the data folder, made on first use. Folder and file are closed to other users;
 * where they were open, `say` is told. Rejects with a sentence for the operator where the file is broken.
 */
export async function openFileKeys(
  dataDir: string,
  say: (sentence: string) => void = (sentence) => process.emitWarning(sentence),
): Promise<KeyProvider> {
  const path = keyFileIn(dataDir);
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let ring = readKeyFile(path);
  if (!ring) {
    createKeyFile(path);
    ring = readKeyFile(path);
  }
  if (!ring) throw new Error(`The key file ${path} could not be made.`);
  for (const open of [dataDir, folder, path].filter(makePrivate)) {
    say(`${open} could be read by other users of this machine. It was closed to them.`);
  }
  return new FileKeyProvider(path, ring);
}
