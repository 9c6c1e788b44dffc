import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Accounts, and sessions that were made by signing in. What was signed in before stays a guest on its device. */
export const accounts: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table session add column kind text not null default 'device'`.execute(db);
    await sql`alter table session add column auth_at integer not null default 0`.execute(db);
    await sql`alter table session add column strong integer not null default 0`.execute(db);
    await sql`alter table session add column seen_at integer not null default 0`.execute(db);
    await sql`alter table session add column locked_at integer`.execute(db);
    await sql`update session set seen_at = created_at`.execute(db);
    await db.schema.createIndex('session_member').on('session').column('member_id').execute();
    await db.schema
      .createTable('account')
      .addColumn('member_id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text')
      .addColumn('folded_name', 'text', (c) => c.unique())
      .addColumn('password', 'text')
      .addColumn('password_at', 'integer')
      .addColumn('totp_kek_id', 'text')
      .addColumn('totp_wrapped', 'blob')
      .addColumn('totp_sealed', 'blob')
      .addColumn('totp_counts_from', 'integer')
      .addColumn('totp_step', 'integer', (c) => c.notNull().defaultTo(0))
      .modifyEnd(sql`strict, without rowid`)
      .execute();
    await db.schema
      .createTable('passkey')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('member_id', 'text', (c) => c.notNull())
      .addColumn('public_key', 'blob', (c) => c.notNull())
      .addColumn('counter', 'integer', (c) => c.notNull())
      .addColumn('transports', 'text', (c) => c.notNull())
      .addColumn('label', 'text', (c) => c.notNull())
      .addColumn('created_at', 'integer', (c) => c.notNull())
      .addColumn('counts_from', 'integer', (c) => c.notNull())
      .modifyEnd(sql`strict, without rowid`)
      .execute();
    await db.schema.createIndex('passkey_member').on('passkey').column('member_id').execute();
    await db.schema
      .createTable('recovery_code')
      .addColumn('hash', 'text', (c) => c.primaryKey())
      .addColumn('member_id', 'text', (c) => c.notNull())
      .addColumn('created_at', 'integer', (c) => c.notNull())
      .modifyEnd(sql`strict, without rowid`)
      .execute();
    await db.schema.createIndex('recovery_code_member').on('recovery_code').column('member_id').execute();
    await db.schema
      .createTable('pending_change')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('member_id', 'text', (c) => c.notNull())
      .addColumn('change', 'text', (c) => c.notNull())
      .addColumn('due', 'integer', (c) => c.notNull())
      .modifyEnd(sql`strict, without rowid`)
      .execute();
    await db.schema.createIndex('pending_change_member').on('pending_change').column('member_id').execute();
  },
};
