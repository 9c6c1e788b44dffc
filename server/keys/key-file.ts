import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** The file of key-encryption keys: each id is derived from its key, so that a changed key is noticed. */
const keyFileSchema = z.strictObject({
  version: z.literal(1),
  current: z.string(),
  keys: z.record(z.string(), z.base64()),
});

export type KeyFile = { current: string; keys: Map<string, Buffer> };

const idOf = (key: Uint8Array): string =>
  createHash('sha256').update('turnward kek ').update(key).digest('hex').slice(0, 16);

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** The keys in the file, or undefined where there is no file. Throws a sentence where the file is broken (KE5). */
export function readKeyFile(path: string): KeyFile | undefined {
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
  for (const [id, key] of keys) if (key.length !== 32 || idOf(key) !== id) throw broken;
  if (!keys.has(parsed.current)) throw broken;
  return { current: parsed.current, keys };
}

/**
 * Writes a file with one fresh key, whole or not at all, durable before it returns. Where another process was first, its file
 * stays.
 */
export function createKeyFile(path: string): void {
  const key = randomBytes(32);
  const current = idOf(key);
  const content = { version: 1, current, keys: { [current]: key.toString('base64') } };
  const draft = `${path}.${randomBytes(16).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, `${JSON.stringify(content, null, 2)}\n`);
    fsyncSync(file);
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    closeSync(file);
    rmSync(draft, { force: true });
  }
  syncFolder(dirname(path));
}

function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
