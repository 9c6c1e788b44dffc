import { createSecretKey, type KeyObject } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyProvider } from '../ports/key-provider.ts';
import { createKeyFile, type KeyFile, readKeyFile } from './key-file.ts';
import { makePrivate } from './make-private.ts';
import { seal, unseal } from './seal.ts';

/** Key-encryption keys from a file. The `kekId` is bound into what it wraps. */
class FileKeyProvider implements KeyProvider {
  readonly currentKekId: string;
  readonly #keys: Map<string, KeyObject>;

  constructor(file: KeyFile) {
    this.currentKekId = file.current;
    this.#keys = new Map([...file.keys].map(([id, bytes]) => [id, createSecretKey(bytes)]));
  }

  async wrap(key: Uint8Array): Promise<{ kekId: string; wrapped: Uint8Array }> {
    const kekId = this.currentKekId;
    return { kekId, wrapped: seal(this.#key(kekId), key, kekId) };
  }

  async unwrap(kekId: string, wrapped: Uint8Array): Promise<Uint8Array> {
    return unseal(this.#key(kekId), wrapped, kekId);
  }

  #key(kekId: string): KeyObject {
    const key = this.#keys.get(kekId);
    if (!key) throw new Error(`The key file holds no key "${kekId}"`);
    return key;
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
  const folder = join(dataDir, 'secrets');
  const path = join(folder, 'kek.json');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let file = readKeyFile(path);
  if (!file) {
    createKeyFile(path);
    file = readKeyFile(path);
  }
  if (!file) throw new Error(`The key file ${path} could not be made.`);
  for (const open of [dataDir, folder, path].filter(makePrivate)) {
    say(`${open} could be read by other users of this machine. It was closed to them.`);
  }
  return new FileKeyProvider(file);
}
