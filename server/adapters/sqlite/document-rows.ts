import type { DatabaseSync } from 'node:sqlite';
import { kyselyOn } from './kysely.ts';
import { prepare } from './prepared.ts';
import type { EventTables } from './schema.ts';

/** The statements on the documents of `turnward.db`. */
export function documentRows(database: DatabaseSync) {
  const q = kyselyOn<EventTables>(database);
  return {
    document: prepare(database, (p: { name: string }) =>
      q.selectFrom('document').selectAll().where('name', '=', p.name),
    ),
    all: prepare(database, () => q.selectFrom('document').selectAll()),
    insert: prepare(database, (p: Pick<EventTables['document'], 'name' | 'space_id' | 'incarnation'>) =>
      q
        .insertInto('document')
        .values({ name: p.name, space_id: p.space_id, incarnation: p.incarnation } as EventTables['document']),
    ),
    /** Its key and rows know it by its incarnation, and stay. */
    rename: prepare(database, (p: { from: string; to: string }) =>
      q.updateTable('document').set({ name: p.to }).where('name', '=', p.from),
    ),
    setKey: prepare(database, (p: { id: number; key_id: number }) =>
      q.updateTable('document').set({ key_id: p.key_id }).where('id', '=', p.id),
    ),
    /** Its rows go with it. */
    delete: prepare(database, (p: { id: number }) => q.deleteFrom('document').where('id', '=', p.id)),

    rows: prepare(database, (p: { document_id: number }) =>
      q.selectFrom('document_row').select(['id', 'sealed']).where('document_id', '=', p.document_id).orderBy('id'),
    ),
    rowIds: prepare(database, (p: { document_id: number }) =>
      q.selectFrom('document_row').select('id').where('document_id', '=', p.document_id).orderBy('id'),
    ),
    sealed: prepare(database, (p: { id: number }) =>
      q.selectFrom('document_row').select('sealed').where('id', '=', p.id),
    ),
    insertRow: prepare(database, (p: EventTables['document_row']) =>
      q.insertInto('document_row').values({ id: p.id, document_id: p.document_id, sealed: p.sealed }),
    ),
    resealRow: prepare(database, (p: { id: number; sealed: Uint8Array }) =>
      q.updateTable('document_row').set({ sealed: p.sealed }).where('id', '=', p.id),
    ),
    deleteRow: prepare(database, (p: { id: number }) => q.deleteFrom('document_row').where('id', '=', p.id)),
    lastRow: prepare(database, () => q.selectFrom('document_row').select((e) => e.fn.max('id').as('id'))),
  };
}

export type DocumentRows = ReturnType<typeof documentRows>;
export type DocumentRow = EventTables['document'];
