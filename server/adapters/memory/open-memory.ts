import type { AccountStore } from '../../ports/account-store.ts';
import type { AppLockStore } from '../../ports/app-lock-store.ts';
import type { AuditStore } from '../../ports/audit-store.ts';
import type { DocumentStore } from '../../ports/document-store.ts';
import type { EventStore } from '../../ports/event-store.ts';
import type { SessionStore } from '../../ports/session-store.ts';
import type { TokenStore } from '../../ports/token-store.ts';
import { MemoryAccountStore } from './account-store.ts';
import { MemoryAppLockStore } from './app-lock-store.ts';
import { MemoryAuditStore } from './audit-store.ts';
import { MemoryDocumentStore } from './document-store.ts';
import { MemoryEventStore } from './event-store.ts';
import { MemorySessionStore } from './session-store.ts';
import { MemoryTokenStore } from './token-store.ts';

export type MemoryStores = {
  events: EventStore;
  documents: DocumentStore;
  accounts: AccountStore;
  appLock: AppLockStore;
  sessions: SessionStore;
  tokens: TokenStore;
  audit: AuditStore;
  close(): Promise<void>;
};

/** The stores of `openSqlite` without a disk: for tests and trials. */
export function openMemory(): MemoryStores {
  const documents = new MemoryDocumentStore();
  const events = new MemoryEventStore(documents);
  return {
    events,
    documents,
    accounts: new MemoryAccountStore(),
    appLock: new MemoryAppLockStore(),
    sessions: new MemorySessionStore(),
    tokens: new MemoryTokenStore(),
    audit: new MemoryAuditStore(),
    async close() {
      documents.close();
      await events.close();
    },
  };
}
