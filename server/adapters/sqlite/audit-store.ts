import type { DatabaseSync } from 'node:sqlite';
import type { AuditRow, AuditStore } from '../../ports/audit-store.ts';
import { kyselyOn } from './kysely.ts';
import { prepare } from './prepared.ts';
import type { EventTables } from './schema.ts';

function statements(database: DatabaseSync) {
  const q = kyselyOn<EventTables>(database);
  return {
    add: prepare(database, (p: AuditRow) =>
      q.insertInto('audit').values({ at: p.at, member_id: p.memberId, what: p.what, about: p.about }),
    ),
    of: prepare(database, (p: { memberId: string; limit: number }) =>
      q
        .selectFrom('audit')
        .select(['at', 'member_id as memberId', 'what', 'about'])
        .where('member_id', '=', p.memberId)
        .orderBy('id', 'desc')
        .limit(p.limit),
    ),
    sweep: prepare(database, (p: { before: number }) =>
      q.deleteFrom('audit').where('at', '<', p.before).returning('id'),
    ),
  };
}

export class SqliteAuditStore implements AuditStore {
  readonly #rows: ReturnType<typeof statements>;

  constructor(database: DatabaseSync) {
    this.#rows = statements(database);
  }

  async add(row: AuditRow): Promise<void> {
    this.#rows.add.run(row);
  }

  async of(memberId: string, limit: number): Promise<AuditRow[]> {
    return this.#rows.of.all({ memberId, limit }).map((row) => ({ ...row }));
  }

  async sweep(before: number): Promise<number> {
    return this.#rows.sweep.all({ before }).length;
  }
}
