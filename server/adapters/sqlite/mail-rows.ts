import type { DatabaseSync } from 'node:sqlite';
import type { Wrapped } from '../../ports/key-provider.ts';
import { kyselyOn } from './kysely.ts';
import { prepare } from './prepared.ts';
import type { EventTables } from './schema.ts';

/** There is one. */
const ONE = 1;

/** The statements of `SqliteAccountStore` that are about mail. */
export function mailRows(database: DatabaseSync) {
  const q = kyselyOn<EventTables>(database);
  return {
    of: prepare(database, (p: { memberId: string }) =>
      q.selectFrom('mail_address').select(['sealed', 'at']).where('member_id', '=', p.memberId),
    ),
    owner: prepare(database, (p: { found: string }) =>
      q.selectFrom('mail_address').select('member_id').where('found', '=', p.found),
    ),
    set: prepare(database, (p: { memberId: string; found: string; sealed: Uint8Array; at: number }) => {
      const set = { found: p.found, sealed: p.sealed, at: p.at };
      return q
        .insertInto('mail_address')
        .values({ member_id: p.memberId, ...set })
        .onConflict((conflict) => conflict.column('member_id').doUpdateSet(set));
    }),
    remove: prepare(database, (p: { memberId: string }) =>
      q.deleteFrom('mail_address').where('member_id', '=', p.memberId),
    ),
    key: prepare(database, () => q.selectFrom('mail_key').select(['kek_id', 'wrapped'])),
    addKey: prepare(database, (p: Wrapped) =>
      q
        .insertInto('mail_key')
        .values({ id: ONE, kek_id: p.kekId, wrapped: p.wrapped })
        .onConflict((conflict) => conflict.column('id').doNothing()),
    ),
    rewrapKey: prepare(database, (p: { before: Uint8Array; kek: string; wrapped: Uint8Array }) =>
      q.updateTable('mail_key').set({ kek_id: p.kek, wrapped: p.wrapped }).where('wrapped', '=', p.before),
    ),
  };
}
