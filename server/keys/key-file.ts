import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { alone } from './file-lock.ts';
import { type KeyRing, kekIdOf } from './local-keys.ts';

/** The file of key-encryption keys, one of them current. */
const keyFileSchema = z.strictObject({
  version: z.literal(1),
  current: z.string(),
  keys: z.record(z.string(), z.base64()),
});

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** The keys in the file, or undefined where there is no file. Throws a sentence where the file is broken (KE5). */
export function readKeyFile(path: string): KeyRing | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  const broken = new Error(
    `The key file ${path} is broken. Without it the stored words cannot be read: put back a copy of it from a backup.`,
  );
  let parsed: z.infer<typeof keyFileSchema>;
  try {
    parsed = keyFileSchema.parse(JSON.parse(text));
  } catch {
    throw broken;
  }
  const keys = new Map(Object.entries(parsed.keys).map(([id, key]) => [id, Buffer.from(key, 'base64')]));
  for (const [id, key] of keys) if (key.length !== 32 || kekIdOf(key) !== id) throw broken;
  if (!keys.has(parsed.current)) throw broken;
  return { current: parsed.current, keys };
}

/**
 * Writes a file with one fresh key, whole or not at all, durable before it returns. Where another process was first, its file
 * stays.
 */
export function createKeyFile(path: string): void {
  const key = randomBytes(32);
  const current = kekIdOf(key);
  writeDraft(path, { current, keys: new Map([[current, key]]) }, (draft) => {
    try {
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  });
}

/** KE9. A fresh key beside those in the file, and current. Answers with its id. */
export async function addKey(path: string): Promise<string> {
  existing(path);
  return alone(path, () => {
    const { keys } = existing(path);
    const key = randomBytes(32);
    const current = kekIdOf(key);
    replaceKeyFile(path, { current, keys: new Map([...keys, [current, key]]) });
    return current;
  });
}

/** KE9. The file without these keys, save for the one that is current in it. */
export function dropKeys(path: string, kekIds: readonly string[]): Promise<void> {
  return alone(path, () => {
    const { current, keys } = existing(path);
    const left = new Map([...keys].filter(([id]) => id === current || !kekIds.includes(id)));
    if (left.size < keys.size) replaceKeyFile(path, { current, keys: left });
  });
}

function existing(path: string): KeyRing {
  const ring = readKeyFile(path);
  if (!ring) throw new Error(`There is no key file ${path}. Start Turnward once: it makes its own.`);
  return ring;
}

/** Whole or not at all, durable. The bytes of the file before are overwritten, so that a key that was dropped is not left on the disk. */
function replaceKeyFile(path: string, ring: KeyRing): void {
  const before = openSync(path, 'r+');
  try {
    writeDraft(path, ring, (draft) => renameSync(draft, path));
    const { size, nlink } = fstatSync(before);
    // A second name of it is somebody's copy.
    if (nlink > 0) return;
    writeSync(before, Buffer.alloc(size), 0, size, 0);
    fsyncSync(before);
  } finally {
    closeSync(before);
  }
}

function writeDraft(path: string, { current, keys }: KeyRing, put: (draft: string) => void): void {
  const encoded = Object.fromEntries([...keys].map(([id, key]) => [id, key.toString('base64')]));
  const draft = `${path}.${randomBytes(16).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, `${JSON.stringify({ version: 1, current, keys: encoded }, null, 2)}\n`);
    fsyncSync(file);
    put(draft);
  } finally {
    closeSync(file);
    rmSync(draft, { force: true });
  }
  syncFolder(dirname(path));
}

/** Makes the names in a folder durable. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
