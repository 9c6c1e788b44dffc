import type { DatabaseSync } from 'node:sqlite';
import type { SessionRow, SessionStore } from '../../ports/session-store.ts';
import { kyselyOn } from './kysely.ts';
import { prepare } from './prepared.ts';
import type { EventTables } from './schema.ts';

function statements(database: DatabaseSync) {
  const q = kyselyOn<EventTables>(database);
  return {
    add: prepare(database, (p: SessionRow) =>
      q.insertInto('session').values({
        id_hash: p.idHash,
        member_id: p.memberId,
        device: p.device,
        created_at: p.createdAt,
        expires_at: p.expiresAt,
      }),
    ),
    find: prepare(database, (p: { idHash: string; now: number }) =>
      q
        .selectFrom('session')
        .select([
          'id_hash as idHash',
          'member_id as memberId',
          'device',
          'created_at as createdAt',
          'expires_at as expiresAt',
        ])
        .where('id_hash', '=', p.idHash)
        .where('expires_at', '>', p.now),
    ),
    end: prepare(database, (p: { idHash: string }) => q.deleteFrom('session').where('id_hash', '=', p.idHash)),
    sweep: prepare(database, (p: { now: number }) =>
      q.deleteFrom('session').where('expires_at', '<=', p.now).returning('id_hash'),
    ),
  };
}

export class SqliteSessionStore implements SessionStore {
  readonly #rows: ReturnType<typeof statements>;

  constructor(database: DatabaseSync) {
    this.#rows = statements(database);
  }

  async add(session: SessionRow): Promise<void> {
    this.#rows.add.run(session);
  }

  async find(idHash: string, now: number): Promise<SessionRow | undefined> {
    const row = this.#rows.find.get({ idHash, now });
    return row && { ...row };
  }

  async end(idHash: string): Promise<void> {
    this.#rows.end.run({ idHash });
  }

  async sweep(now: number): Promise<number> {
    return this.#rows.sweep.all({ now }).length;
  }
}
