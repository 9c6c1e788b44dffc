import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Addresses for mail, sealed, and the one key of theirs, wrapped. */
export const mail: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('mail_address')
      .addColumn('member_id', 'text', (c) => c.primaryKey())
      .addColumn('found', 'text', (c) => c.notNull().unique())
      .addColumn('sealed', 'blob', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .modifyEnd(sql`strict, without rowid`)
      .execute();
    await db.schema
      .createTable('mail_key')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('kek_id', 'text', (c) => c.notNull())
      .addColumn('wrapped', 'blob', (c) => c.notNull())
      .modifyEnd(sql`strict`)
      .execute();
  },
};
