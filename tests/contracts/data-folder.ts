import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFiles, openStores, type SqliteStores } from '@turnward/server/adapters/sqlite/open-sqlite.ts';
import { openFileKeys } from '@turnward/server/keys/file-key-provider.ts';
import { onTestFinished } from 'vitest';

/** A fresh data folder, removed when the test is over. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'turnward-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The SQLite stores in a folder, closed when the test is over, with the open files beside them. */
export async function openFolder(dataDir: string) {
  const keys = await openFileKeys(dataDir);
  const files = await openFiles(dataDir, keys);
  const stores: SqliteStores = openStores(files, keys);
  onTestFinished(() => stores.close());
  return { ...stores, files };
}

/** Every file below a folder, with its bytes. */
export function filesBelow(folder: string): { path: string; mode: number; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path, mode: statSync(path).mode & 0o777, bytes: readFileSync(path) }));
}
