import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivate } from '../../keys/make-private.ts';
import type { AccountStore } from '../../ports/account-store.ts';
import type { AppLockStore } from '../../ports/app-lock-store.ts';
import type { AuditStore } from '../../ports/audit-store.ts';
import type { DocumentStore } from '../../ports/document-store.ts';
import type { EventStore } from '../../ports/event-store.ts';
import type { KeyProvider } from '../../ports/key-provider.ts';
import type { SessionStore } from '../../ports/session-store.ts';
import type { TokenStore } from '../../ports/token-store.ts';
import { SqliteAccountStore } from './account-store.ts';
import { SqliteAppLockStore } from './app-lock-store.ts';
import { SqliteAuditStore } from './audit-store.ts';
import { DestroyedLog } from './destroyed-log.ts';
import { SqliteDocumentStore } from './document-store.ts';
import { EVENT_MIGRATIONS } from './event-migrations.ts';
import { SqliteEventStore } from './event-store.ts';
import { KekProofs } from './kek-proofs.ts';
import { KEY_MIGRATIONS } from './key-migrations.ts';
import { keyRows } from './key-rows.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { type Rewrapped, Rewrapping } from './rewrapping.ts';
import { SqliteSessionStore } from './session-store.ts';
import type { Files } from './shredder.ts';
import { storeParts } from './store-parts.ts';
import { SqliteTokenStore } from './token-store.ts';

export type SqliteStores = {
  events: EventStore;
  documents: DocumentStore;
  accounts: AccountStore;
  appLock: AppLockStore;
  sessions: SessionStore;
  tokens: TokenStore;
  audit: AuditStore;
  /** Looks whether the key-encryption key was changed, and wraps anew what the old one wrapped (KE9). */
  rewrap(): Promise<Rewrapped>;
  close(): Promise<void>;
};

/**
 * The stores in a data folder: `turnward.db` and `keys.db`, made on first use and brought up to date at every start.
 * Rejects with a sentence for the operator where the folder is in use, damaged, or sealed with other keys.
 */
export async function openSqlite({
  dataDir,
  keys,
  now,
}: {
  dataDir: string;
  keys: KeyProvider;
  now?: () => number;
}): Promise<SqliteStores> {
  const files = await openFiles(dataDir, keys);
  return openStores(files, keys, now);
}

/** Both files, open for this process alone, up to date and fitting the keys. */
export async function openFiles(dataDir: string, keys: KeyProvider): Promise<Files> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  makePrivate(dataDir);
  const path = { events: join(dataDir, 'turnward.db'), keys: join(dataDir, 'keys.db') };
  const destroyed = new DestroyedLog(join(dataDir, 'destroyed.log'));
  const events = openDatabase(path.events);
  try {
    const files = { events, keys: openDatabase(path.keys), destroyed };
    try {
      const { copy } = await migrate(files.keys, path.keys, KEY_MIGRATIONS);
      // A copy of keys would outlive their destruction.
      if (copy) rmSync(copy);
      await migrate(files.events, path.events, EVENT_MIGRATIONS);
      await new KekProofs(keyRows(files.keys), keys).check();
      return files;
    } catch (error) {
      files.keys.close();
      throw error;
    }
  } catch (error) {
    events.close();
    throw error;
  }
}

/** The stores on open files, which they close. */
export function openStores(files: Files, keys: KeyProvider, now: () => number = Date.now): SqliteStores {
  const parts = storeParts(files, keys, now);
  const events = new SqliteEventStore(parts);
  const documents = new SqliteDocumentStore(parts);
  const rewrapping = new Rewrapping(parts, keys);
  let closing: Promise<void> | undefined;
  return {
    events,
    documents,
    accounts: new SqliteAccountStore(files.events),
    appLock: new SqliteAppLockStore(files.events),
    sessions: new SqliteSessionStore(files.events),
    tokens: new SqliteTokenStore(files.events),
    audit: new SqliteAuditStore(files.events),
    rewrap: () => rewrapping.run(),
    close() {
      closing ??= Promise.all([rewrapping.stop(), documents.close(), events.close()]).then(() => {
        parts.shredder.truncateLogs();
        files.events.close();
        files.keys.close();
      });
      return closing;
    },
  };
}
