import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { makePrivate } from '../../keys/make-private.ts';
import { isSafeSqlite } from './sqlite-version.ts';

const SQLITE_BUSY = 5;
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/** `synchronous` FULL makes a commit wait for the disk (ES1); `secure_delete` overwrites what is deleted (ES5). */
const SETTINGS = `
  PRAGMA busy_timeout = 2000;
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  PRAGMA foreign_keys = ON;
  PRAGMA mmap_size = 0;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -32768;
  BEGIN IMMEDIATE;
  COMMIT;
`;

/**
 * Opens one database file for this process alone, private to its owner (KE7, ES11). An old process that is just ending is
 * waited for, 2 s. Throws a sentence for the operator where that is not possible.
 */
export function openDatabase(path: string): DatabaseSync {
  closeSync(openSync(path, 'a', 0o600));
  makePrivate(path);
  const database = new DatabaseSync(path);
  try {
    const version = database.prepare('SELECT sqlite_version() AS version').get()?.version as string;
    if (!isSafeSqlite(version)) {
      throw new Error(`This Node carries SQLite ${version}, which can damage a database. Use a newer Node 24.`);
    }
    database.exec(SETTINGS);
    return database;
  } catch (error) {
    database.close();
    throw explain(error, path);
  }
}

function explain(error: unknown, path: string): unknown {
  const code = (error as { errcode?: number }).errcode;
  if (code === SQLITE_BUSY) {
    return new Error(
      `Another Turnward is running on ${path}. Stop it first, or give this one a data folder of its own (DATA_DIR).`,
      { cause: error },
    );
  }
  if (code === SQLITE_NOTADB || code === SQLITE_CORRUPT) {
    return new Error(`${path} is damaged, or is not a database of Turnward. Put back a copy of it from a backup.`, {
      cause: error,
    });
  }
  return error;
}
