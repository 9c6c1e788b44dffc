import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { accounts } from './account-migration.ts';
import { appLock } from './app-lock-migration.ts';
import { audit } from './audit-migration.ts';
import { documents } from './document-migration.ts';
import { mail } from './mail-migration.ts';

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('stream')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull().unique())
      .addColumn('space_id', 'text', (c) => c.notNull())
      .modifyEnd(sql`strict`)
      .execute();
    await db.schema
      .createTable('event')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('stream_id', 'integer', (c) => c.notNull().references('stream.id'))
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('header', 'text', (c) => c.notNull())
      .addColumn('author', 'text', (c) => c.notNull())
      .addColumn('command_id', 'text', (c) => c.notNull())
      .addColumn('command_events', 'integer', (c) => c.notNull())
      .addColumn('body_id', 'integer')
      .modifyEnd(sql`strict`)
      .execute();
    await db.schema.createIndex('event_seq').on('event').columns(['stream_id', 'seq']).unique().execute();
    await sql`create unique index event_command on event (stream_id, author, command_id) where command_events > 0`.execute(
      db,
    );
    await sql`create index event_member on event (json_extract(header, '$.memberId'), stream_id)
      where type = 'MemberJoined'`.execute(db);
    await db.schema
      .createTable('body')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('sealed', 'blob', (c) => c.notNull())
      .modifyEnd(sql`strict`)
      .execute();
    await db.schema
      .createTable('shred_due')
      .addColumn('body_id', 'integer')
      .addColumn('stream', 'text')
      .addColumn('at', 'integer', (c) => c.notNull())
      .modifyEnd(sql`strict`)
      .execute();
    await db.schema
      .createTable('shred_followed')
      .addColumn('through', 'integer', (c) => c.notNull())
      .modifyEnd(sql`strict`)
      .execute();
    await sql`insert into shred_followed values (0)`.execute(db);
    await db.schema
      .createTable('session')
      .addColumn('id_hash', 'text', (c) => c.primaryKey())
      .addColumn('member_id', 'text', (c) => c.notNull())
      .addColumn('device', 'text', (c) => c.notNull())
      .addColumn('created_at', 'integer', (c) => c.notNull())
      .addColumn('expires_at', 'integer', (c) => c.notNull())
      .modifyEnd(sql`strict, without rowid`)
      .execute();
    await db.schema.createIndex('session_expiry').on('session').column('expires_at').execute();
    await db.schema
      .createTable('token')
      .addColumn('hash', 'text', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('space_id', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('expires_at', 'integer', (c) => c.notNull())
      .modifyEnd(sql`strict, without rowid`)
      .execute();
    await db.schema.createIndex('token_expiry').on('token').column('expires_at').execute();
  },
};

/** Those who ask to be guests are found like members; the index of members alone goes. */
const guests: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`drop index event_member`.execute(db);
    await sql`create index event_person on event (json_extract(header, '$.memberId'), stream_id)
      where type in ('MemberJoined', 'GuestProposed')`.execute(db);
  },
};

/** Changes to `turnward.db`, in the order of their names. A migration that was released is never edited. */
export const EVENT_MIGRATIONS: Record<string, Migration> = {
  '0001-first': first,
  '0002-documents': documents,
  '0003-guests': guests,
  '0004-audit': audit,
  '0005-accounts': accounts,
  '0006-app-lock': appLock,
  '0007-mail': mail,
};
