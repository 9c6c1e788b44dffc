import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const documents: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('document')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull().unique())
      .addColumn('space_id', 'text', (c) => c.notNull())
      .addColumn('incarnation', 'text', (c) => c.notNull())
      .addColumn('key_id', 'integer')
      .modifyEnd(sql`strict`)
      .execute();
    await db.schema
      .createTable('document_row')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('document_id', 'integer', (c) => c.notNull().references('document.id').onDelete('cascade'))
      .addColumn('sealed', 'blob', (c) => c.notNull())
      .modifyEnd(sql`strict`)
      .execute();
    await db.schema.createIndex('document_row_document').on('document_row').column('document_id').execute();
    await db.schema.alterTable('shred_due').addColumn('stream_key_id', 'integer').execute();
  },
};
