import type { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { kyselyOn } from './kysely.ts';
import { prepare } from './prepared.ts';
import type { KeyTables } from './schema.ts';

/** The statements on `keys.db`. */
export function keyRows(database: DatabaseSync) {
  const q = kyselyOn<KeyTables>(database);
  const zeros = sql<Uint8Array>`zeroblob(length(wrapped))`;
  return {
    keks: prepare(database, () => q.selectFrom('kek').selectAll()),
    insertKek: prepare(database, (p: KeyTables['kek']) =>
      q
        .insertInto('kek')
        .values({ id: p.id, proof: p.proof })
        .onConflict((c) => c.doNothing()),
    ),
    deleteKek: prepare(database, (p: { id: string }) => q.deleteFrom('kek').where('id', '=', p.id)),

    streamKey: prepare(database, (p: { id: number }) =>
      q.selectFrom('stream_key').selectAll().where('id', '=', p.id).where('live', '=', sql.lit(1)),
    ),
    liveStreamKey: prepare(database, (p: { stream: string; author: string }) =>
      q
        .selectFrom('stream_key')
        .selectAll()
        .where('stream', '=', p.stream)
        .where('author', '=', p.author)
        .where('live', '=', sql.lit(1)),
    ),
    streamKeysOf: prepare(database, (p: { stream: string }) =>
      q.selectFrom('stream_key').select('id').where('stream', '=', p.stream).where('live', '=', sql.lit(1)),
    ),
    insertStreamKey: prepare(database, (p: Omit<KeyTables['stream_key'], 'live'>) =>
      q.insertInto('stream_key').values({
        id: p.id,
        stream: p.stream,
        author: p.author,
        kek_id: p.kek_id,
        wrapped: p.wrapped,
        live: 1,
        tag: p.tag,
      }),
    ),
    /** The next id, in their order, of a key-encryption key that wraps a live stream key. */
    kekAfter: prepare(database, (p: { kek_id: string }) =>
      q
        .selectFrom('stream_key')
        .select('kek_id')
        .where('live', '=', sql.lit(1))
        .where('kek_id', '>', p.kek_id)
        .orderBy('kek_id')
        .limit(1),
    ),
    wrappedBy: prepare(database, (p: { kek_id: string; after: number; limit: number }) =>
      q
        .selectFrom('stream_key')
        .select(['id', 'wrapped'])
        .where('live', '=', sql.lit(1))
        .where('kek_id', '=', p.kek_id)
        .where('id', '>', p.after)
        .orderBy('id')
        .limit(p.limit),
    ),
    rewrap: prepare(database, (p: { id: number; old: string; kek_id: string; wrapped: Uint8Array }) =>
      q
        .updateTable('stream_key')
        .set({ kek_id: p.kek_id, wrapped: p.wrapped })
        .where('id', '=', p.id)
        .where('kek_id', '=', p.old)
        .where('live', '=', sql.lit(1)),
    ),
    /** Of any key, live or destroyed. */
    streamKeyState: prepare(database, (p: { id: number }) =>
      q.selectFrom('stream_key').select(['live', 'tag']).where('id', '=', p.id),
    ),
    destroyStreamKey: prepare(database, (p: { id: number }) =>
      q.updateTable('stream_key').set({ wrapped: zeros, live: 0 }).where('id', '=', p.id),
    ),

    bodyKey: prepare(database, (p: { body_id: number }) =>
      q.selectFrom('body_key').select(['stream_key_id', 'wrapped']).where('body_id', '=', p.body_id),
    ),
    insertBodyKey: prepare(database, (p: KeyTables['body_key']) =>
      q.insertInto('body_key').values({ body_id: p.body_id, stream_key_id: p.stream_key_id, wrapped: p.wrapped }),
    ),
    destroyBodyKey: prepare(database, (p: { body_id: number }) =>
      q.updateTable('body_key').set({ wrapped: zeros }).where('body_id', '=', p.body_id),
    ),

    bodyKeyDestroyed: prepare(database, (p: { body_id: number }) =>
      q.selectFrom('body_key').select('body_id').where('body_id', '=', p.body_id).where('wrapped', '=', zeros),
    ),

    shredLogAfter: prepare(database, (p: { id: number }) =>
      q.selectFrom('shred_log').selectAll().where('id', '>', p.id).orderBy('id'),
    ),
    insertShredLog: prepare(database, (p: Omit<KeyTables['shred_log'], 'id'>) =>
      q
        .insertInto('shred_log')
        .values({ kind: p.kind, object_id: p.object_id, at: p.at, tag: p.tag } as KeyTables['shred_log']),
    ),

    /** The last ids of what was destroyed, which a restored copy may lack; looks at all of the log. */
    lastLostIds: prepare(database, () =>
      q.selectNoFrom((eb) => [
        eb
          .selectFrom('shred_log')
          .where('kind', '=', sql.lit('body'))
          .select((e) => e.fn.max('object_id').as('id'))
          .as('body'),
        eb
          .selectFrom('shred_log')
          .where('kind', '=', sql.lit('stream_key'))
          .select((e) => e.fn.max('object_id').as('id'))
          .as('stream_key'),
      ]),
    ),
    lastIds: prepare(database, () =>
      q.selectNoFrom((eb) => [
        eb
          .selectFrom('body_key')
          .select((e) => e.fn.max('body_id').as('id'))
          .as('body'),
        eb
          .selectFrom('stream_key')
          .select((e) => e.fn.max('id').as('id'))
          .as('stream_key'),
        eb
          .selectFrom('shred_log')
          .select((e) => e.fn.max('id').as('id'))
          .as('shred'),
      ]),
    ),
  };
}

export type KeyRows = ReturnType<typeof keyRows>;
