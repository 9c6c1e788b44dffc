import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('kek')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('proof', 'blob', (c) => c.notNull())
      .modifyEnd(sql`strict`)
      .execute();
    await db.schema
      .createTable('stream_key')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('stream', 'text', (c) => c.notNull())
      .addColumn('author', 'text', (c) => c.notNull())
      .addColumn('kek_id', 'text', (c) => c.notNull())
      .addColumn('wrapped', 'blob', (c) => c.notNull())
      .addColumn('live', 'integer', (c) => c.notNull())
      .modifyEnd(sql`strict`)
      .execute();
    await sql`create unique index stream_key_live on stream_key (stream, author) where live = 1`.execute(db);
    await db.schema
      .createTable('body_key')
      .addColumn('body_id', 'integer', (c) => c.primaryKey())
      .addColumn('stream_key_id', 'integer', (c) => c.notNull())
      .addColumn('wrapped', 'blob', (c) => c.notNull())
      .modifyEnd(sql`strict`)
      .execute();
    await db.schema
      .createTable('shred_log')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('object_id', 'integer', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .modifyEnd(sql`strict`)
      .execute();
  },
};

/** Finds what a key-encryption key still wraps (KE9). */
const rotation: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create index stream_key_kek on stream_key (kek_id) where live = 1`.execute(db);
  },
};

/** Tells a key from another one of the same id that was made after an older copy was put back (ES5). */
const tags: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('stream_key').addColumn('tag', 'text').execute();
    await db.schema.alterTable('shred_log').addColumn('tag', 'text').execute();
  },
};

/** Changes to `keys.db`, in the order of their names. A migration that was released is never edited. */
export const KEY_MIGRATIONS: Record<string, Migration> = {
  '0001-first': first,
  '0002-rotation': rotation,
  '0003-tags': tags,
};
