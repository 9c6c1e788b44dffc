import type { DatabaseSync } from 'node:sqlite';
import type { SessionRow, SessionStore } from '../../ports/session-store.ts';
import { kyselyOn } from './kysely.ts';
import { prepare } from './prepared.ts';
import type { EventTables } from './schema.ts';
import { inTransaction } from './transaction.ts';

const COLUMNS = [
  'id_hash as idHash',
  'member_id as memberId',
  'device',
  'kind',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'auth_at as authAt',
  'strong',
  'seen_at as seenAt',
  'locked_at as lockedAt',
] as const;

/** SQLite knows no booleans. */
type Stored = Omit<SessionRow, 'strong'> & { strong: number };

function statements(database: DatabaseSync) {
  const q = kyselyOn<EventTables>(database);
  return {
    add: prepare(database, (p: Stored) =>
      q.insertInto('session').values({
        id_hash: p.idHash,
        member_id: p.memberId,
        device: p.device,
        kind: p.kind,
        created_at: p.createdAt,
        expires_at: p.expiresAt,
        auth_at: p.authAt,
        strong: p.strong,
        seen_at: p.seenAt,
        locked_at: p.lockedAt,
      }),
    ),
    find: prepare(database, (p: { idHash: string; now: number }) =>
      q.selectFrom('session').select(COLUMNS).where('id_hash', '=', p.idHash).where('expires_at', '>', p.now),
    ),
    listOf: prepare(database, (p: { memberId: string; now: number }) =>
      q
        .selectFrom('session')
        .select(COLUMNS)
        .where('member_id', '=', p.memberId)
        .where('expires_at', '>', p.now)
        .orderBy('created_at', 'desc'),
    ),
    touch: prepare(database, (p: { idHash: string; seenAt: number }) =>
      q.updateTable('session').set({ seen_at: p.seenAt }).where('id_hash', '=', p.idHash),
    ),
    lock: prepare(database, (p: { idHash: string; lockedAt: number | null }) =>
      q.updateTable('session').set({ locked_at: p.lockedAt }).where('id_hash', '=', p.idHash),
    ),
    end: prepare(database, (p: { idHash: string }) =>
      q.deleteFrom('session').where('id_hash', '=', p.idHash).returning('id_hash'),
    ),
    sweep: prepare(database, (p: { now: number }) =>
      q.deleteFrom('session').where('expires_at', '<=', p.now).returning('id_hash'),
    ),
  };
}

export class SqliteSessionStore implements SessionStore {
  readonly #database: DatabaseSync;
  readonly #rows: ReturnType<typeof statements>;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#rows = statements(database);
  }

  async add(session: SessionRow): Promise<void> {
    this.#rows.add.run(stored(session));
  }

  async find(idHash: string, now: number): Promise<SessionRow | undefined> {
    const row = this.#rows.find.get({ idHash, now });
    return row && asRow(row);
  }

  async listOf(memberId: string, now: number): Promise<SessionRow[]> {
    return this.#rows.listOf.all({ memberId, now }).map(asRow);
  }

  async replace(idHash: string, session: SessionRow): Promise<boolean> {
    return inTransaction(this.#database, () => {
      if (this.#rows.end.all({ idHash }).length === 0) return false;
      this.#rows.add.run(stored(session));
      return true;
    });
  }

  async touch(idHash: string, seenAt: number): Promise<void> {
    this.#rows.touch.run({ idHash, seenAt });
  }

  async lock(idHash: string, lockedAt: number | null): Promise<void> {
    this.#rows.lock.run({ idHash, lockedAt });
  }

  async end(idHash: string): Promise<void> {
    this.#rows.end.all({ idHash });
  }

  async sweep(now: number): Promise<number> {
    return this.#rows.sweep.all({ now }).length;
  }
}

const stored = (session: SessionRow): Stored => ({ ...session, strong: session.strong ? 1 : 0 });
const asRow = (row: Stored): SessionRow => ({ ...row, strong: row.strong === 1 });
