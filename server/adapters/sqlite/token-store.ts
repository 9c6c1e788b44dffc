import type { DatabaseSync } from 'node:sqlite';
import type { TokenRow, TokenStore } from '../../ports/token-store.ts';
import { kyselyOn } from './kysely.ts';
import { prepare } from './prepared.ts';
import type { EventTables } from './schema.ts';

const COLUMNS = ['hash', 'kind', 'space_id as spaceId', 'subject', 'expires_at as expiresAt'] as const;

function statements(database: DatabaseSync) {
  const q = kyselyOn<EventTables>(database);
  return {
    add: prepare(database, (p: TokenRow) =>
      q.insertInto('token').values({
        hash: p.hash,
        kind: p.kind,
        space_id: p.spaceId,
        subject: p.subject,
        expires_at: p.expiresAt,
      }),
    ),
    look: prepare(database, (p: { hash: string; now: number }) =>
      q.selectFrom('token').select(COLUMNS).where('hash', '=', p.hash).where('expires_at', '>', p.now),
    ),
    // One statement finds and takes, so that no two callers get the same row (ST5).
    take: prepare(database, (p: { hash: string; now: number }) =>
      q.deleteFrom('token').where('hash', '=', p.hash).where('expires_at', '>', p.now).returning(COLUMNS),
    ),
    removeOf: prepare(database, (p: { subject: string }) => q.deleteFrom('token').where('subject', '=', p.subject)),
    sweep: prepare(database, (p: { now: number }) =>
      q.deleteFrom('token').where('expires_at', '<=', p.now).returning('hash'),
    ),
  };
}

export class SqliteTokenStore implements TokenStore {
  readonly #rows: ReturnType<typeof statements>;

  constructor(database: DatabaseSync) {
    this.#rows = statements(database);
  }

  async add(token: TokenRow): Promise<void> {
    this.#rows.add.run(token);
  }

  async look(hash: string, now: number): Promise<TokenRow | undefined> {
    const row = this.#rows.look.get({ hash, now });
    return row && { ...row };
  }

  async take(hash: string, now: number): Promise<TokenRow | undefined> {
    const [row] = this.#rows.take.all({ hash, now });
    return row && { ...row };
  }

  async removeOf(subject: string): Promise<void> {
    this.#rows.removeOf.run({ subject });
  }

  async sweep(now: number): Promise<number> {
    return this.#rows.sweep.all({ now }).length;
  }
}
