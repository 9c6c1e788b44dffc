import type { DatabaseSync } from 'node:sqlite';
import { kyselyOn } from './kysely.ts';
import { prepare } from './prepared.ts';
import type { EventTables } from './schema.ts';

type Of = { memberId: string };
type Password = { memberId: string; name: string; foldedName: string; hash: string; at: number };
type Totp = {
  memberId: string;
  kekId: string | null;
  wrapped: Uint8Array | null;
  sealed: Uint8Array | null;
  from: number | null;
};

/** The statements of `SqliteAccountStore`. */
export function accountRows(database: DatabaseSync) {
  const q = kyselyOn<EventTables>(database);
  return {
    account: prepare(database, (p: Of) => q.selectFrom('account').selectAll().where('member_id', '=', p.memberId)),
    named: prepare(database, (p: { foldedName: string }) =>
      q.selectFrom('account').select('member_id').where('folded_name', '=', p.foldedName),
    ),
    setPassword: prepare(database, (p: Password) => {
      const set = { name: p.name, folded_name: p.foldedName, password: p.hash, password_at: p.at };
      return q
        .insertInto('account')
        .values({ member_id: p.memberId, totp_step: 0, ...set })
        .onConflict((conflict) => conflict.column('member_id').doUpdateSet(set));
    }),
    removePassword: prepare(database, (p: Of) =>
      q
        .updateTable('account')
        .set({ name: null, folded_name: null, password: null, password_at: null })
        .where('member_id', '=', p.memberId),
    ),
    setTotp: prepare(database, (p: Totp) =>
      q
        .updateTable('account')
        .set({ totp_kek_id: p.kekId, totp_wrapped: p.wrapped, totp_sealed: p.sealed, totp_counts_from: p.from })
        .where('member_id', '=', p.memberId)
        .where('password', 'is not', null),
    ),
    spendTotp: prepare(database, (p: { memberId: string; step: number }) =>
      q
        .updateTable('account')
        .set({ totp_step: p.step })
        .where('member_id', '=', p.memberId)
        .where('password', 'is not', null)
        .where('totp_step', '<', p.step)
        .returning('member_id'),
    ),
    passkeys: prepare(database, (p: Of) =>
      q.selectFrom('passkey').selectAll().where('member_id', '=', p.memberId).orderBy('created_at'),
    ),
    passkey: prepare(database, (p: { id: string }) => q.selectFrom('passkey').selectAll().where('id', '=', p.id)),
    addPasskey: prepare(database, (p: EventTables['passkey']) =>
      q
        .insertInto('passkey')
        .values({
          id: p.id,
          member_id: p.member_id,
          public_key: p.public_key,
          counter: p.counter,
          transports: p.transports,
          label: p.label,
          created_at: p.created_at,
          counts_from: p.counts_from,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id'),
    ),
    countPasskey: prepare(database, (p: { id: string; counter: number }) =>
      q.updateTable('passkey').set({ counter: p.counter }).where('id', '=', p.id),
    ),
    removePasskey: prepare(database, (p: { memberId: string; id: string }) =>
      q.deleteFrom('passkey').where('id', '=', p.id).where('member_id', '=', p.memberId),
    ),
    codes: prepare(database, (p: Of) =>
      q.selectFrom('recovery_code').select(['hash', 'created_at']).where('member_id', '=', p.memberId),
    ),
    addCode: prepare(database, (p: { hash: string; memberId: string; at: number }) =>
      q.insertInto('recovery_code').values({ hash: p.hash, member_id: p.memberId, created_at: p.at }),
    ),
    removeCodes: prepare(database, (p: Of) => q.deleteFrom('recovery_code').where('member_id', '=', p.memberId)),
    takeCode: prepare(database, (p: { hash: string }) =>
      q.deleteFrom('recovery_code').where('hash', '=', p.hash).returning('member_id'),
    ),
    pending: prepare(database, (p: Of) =>
      q.selectFrom('pending_change').selectAll().where('member_id', '=', p.memberId).orderBy('due'),
    ),
    addPending: prepare(database, (p: EventTables['pending_change']) =>
      q.insertInto('pending_change').values({ id: p.id, member_id: p.member_id, change: p.change, due: p.due }),
    ),
    forget: (['account', 'passkey', 'recovery_code', 'mail_address', 'pending_change'] as const).map((table) =>
      prepare(database, (p: Of) => q.deleteFrom(table).where('member_id', '=', p.memberId)),
    ),
    removePending: prepare(database, (p: { memberId: string; id: string }) =>
      q.deleteFrom('pending_change').where('id', '=', p.id).where('member_id', '=', p.memberId).returning('id'),
    ),
    takeDue: prepare(database, (p: { now: number }) =>
      q.deleteFrom('pending_change').where('due', '<=', p.now).returning(['id', 'member_id', 'change', 'due']),
    ),
  };
}
