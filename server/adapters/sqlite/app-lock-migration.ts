import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** App PINs, and wrong tries by device. */
export const appLock: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('app_lock')
      .addColumn('member_id', 'text', (c) => c.primaryKey())
      .addColumn('pin', 'text', (c) => c.notNull())
      .modifyEnd(sql`strict, without rowid`)
      .execute();
    await db.schema
      .createTable('app_lock_tries')
      .addColumn('device', 'text', (c) => c.primaryKey())
      .addColumn('count', 'integer', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .modifyEnd(sql`strict, without rowid`)
      .execute();
  },
};
