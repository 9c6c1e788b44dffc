import type { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { kyselyOn } from './kysely.ts';
import { prepare } from './prepared.ts';
import type { EventTables } from './schema.ts';

/** The statements on the events, words and destroyed words of `turnward.db`. */
export function eventRows(database: DatabaseSync) {
  const q = kyselyOn<EventTables>(database);
  return {
    stream: prepare(database, (p: { name: string }) =>
      q
        .selectFrom('stream')
        .select([
          'id',
          'space_id',
          (eb) =>
            eb
              .selectFrom('event')
              .whereRef('stream_id', '=', 'stream.id')
              .select((e) => e.fn.max('seq').as('seq'))
              .as('head'),
        ])
        .where('name', '=', p.name),
    ),
    insertStream: prepare(database, (p: { name: string; space_id: string }) =>
      q
        .insertInto('stream')
        .values({ name: p.name, space_id: p.space_id } as EventTables['stream'])
        .returning('id'),
    ),
    insertEvent: prepare(database, (p: EventTables['event']) =>
      q.insertInto('event').values({
        stream_id: p.stream_id,
        seq: p.seq,
        at: p.at,
        type: p.type,
        header: p.header,
        author: p.author,
        command_id: p.command_id,
        command_events: p.command_events,
        body_id: p.body_id,
      }),
    ),
    insertBody: prepare(database, (p: EventTables['body']) =>
      q.insertInto('body').values({ id: p.id, sealed: p.sealed }),
    ),

    events: prepare(database, (p: { stream_id: number; after: number; limit: number }) =>
      q
        .selectFrom('event')
        .leftJoin('body', 'body.id', 'event.body_id')
        .select(['seq', 'at', 'header', 'body_id', 'sealed'])
        .where('stream_id', '=', p.stream_id)
        .where('seq', '>', p.after)
        .orderBy('seq')
        .limit(p.limit),
    ),
    headers: prepare(database, (p: { stream_id: number; after: number }) =>
      q
        .selectFrom('event')
        .select(['seq', 'at', 'header'])
        .where('stream_id', '=', p.stream_id)
        .where('seq', '>', p.after)
        .orderBy('seq'),
    ),
    bodyOf: prepare(database, (p: { stream_id: number; seq: number }) =>
      q
        .selectFrom('event')
        .leftJoin('body', 'body.id', 'event.body_id')
        .select(['body_id', 'sealed'])
        .where('stream_id', '=', p.stream_id)
        .where('seq', '=', p.seq),
    ),
    /** `last`: the last seq this command wrote to the stream. */
    command: prepare(database, (p: { stream_id: number; author: string; command_id: string }) =>
      q
        .selectFrom('event')
        .select(sql<number>`seq + command_events - 1`.as('last'))
        .where('stream_id', '=', p.stream_id)
        .where('author', '=', p.author)
        .where('command_id', '=', p.command_id)
        .where('command_events', '>', sql.lit(0)),
    ),
    spacesAfter: prepare(database, (p: { after: string; limit: number }) =>
      q
        .selectFrom('stream')
        .select('space_id')
        .where('name', '>', p.after)
        .where('name', '<', sql.lit('space;'))
        .orderBy('name')
        .limit(p.limit),
    ),
    spacesOf: prepare(database, (p: { member_id: string }) =>
      q
        .selectFrom('event')
        .innerJoin('stream', 'stream.id', 'event.stream_id')
        .select('space_id')
        .distinct()
        .where('type', 'in', [sql.lit('MemberJoined'), sql.lit('GuestProposed')])
        .where(sql<string>`json_extract(header, '$.memberId')`, '=', p.member_id)
        .where('stream.name', 'like', sql.lit('space:%'))
        .orderBy('space_id'),
    ),
    lastBody: prepare(database, () => q.selectFrom('body').select((e) => e.fn.max('id').as('id'))),

    bodies: prepare(database, (p: { stream_id: number }) =>
      q
        .selectFrom('event')
        .innerJoin('body', 'body.id', 'event.body_id')
        .select('body.id')
        .where('stream_id', '=', p.stream_id),
    ),

    noteBodyId: prepare(database, (p: { id: number; at: number }) =>
      q.insertInto('shred_due').values({ body_id: p.id, at: p.at } as EventTables['shred_due']),
    ),
    noteBody: prepare(database, (p: { stream_id: number; seq: number; at: number }) =>
      q
        .insertInto('shred_due')
        .columns(['body_id', 'at'])
        .expression((eb) =>
          eb
            .selectFrom('event')
            .innerJoin('body', 'body.id', 'event.body_id')
            .select(['body.id', sql<number>`${p.at}`.as('at')])
            .where('stream_id', '=', p.stream_id)
            .where('seq', '=', p.seq),
        ),
    ),
    noteBodies: prepare(database, (p: { stream_id: number; at: number }) =>
      q
        .insertInto('shred_due')
        .columns(['body_id', 'at'])
        .expression((eb) =>
          eb
            .selectFrom('event')
            .innerJoin('body', 'body.id', 'event.body_id')
            .select(['body.id', sql<number>`${p.at}`.as('at')])
            .where('stream_id', '=', p.stream_id),
        ),
    ),
    noteStream: prepare(database, (p: { stream: string; at: number }) =>
      q.insertInto('shred_due').values({ stream: p.stream, at: p.at } as EventTables['shred_due']),
    ),
    noteStreamKey: prepare(database, (p: { stream_key_id: number; at: number }) =>
      q.insertInto('shred_due').values({ stream_key_id: p.stream_key_id, at: p.at } as EventTables['shred_due']),
    ),
    deleteNotedBodies: prepare(database, () =>
      q
        .deleteFrom('body')
        .where('id', 'in', (eb) =>
          eb.selectFrom('shred_due').select('body_id').where('body_id', 'is not', null).$castTo<{ body_id: number }>(),
        ),
    ),
    deleteBody: prepare(database, (p: { id: number }) => q.deleteFrom('body').where('id', '=', p.id)),
    shredDue: prepare(database, () => q.selectFrom('shred_due').selectAll()),
    clearShredDue: prepare(database, () => q.deleteFrom('shred_due')),
    shredFollowed: prepare(database, () => q.selectFrom('shred_followed').select('through')),
    followShred: prepare(database, (p: { through: number }) =>
      q.updateTable('shred_followed').set({ through: p.through }),
    ),
  };
}

export type EventRows = ReturnType<typeof eventRows>;
