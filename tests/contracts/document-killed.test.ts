import type { DatabaseSync } from 'node:sqlite';
import { documentKeys } from '@turnward/server/adapters/sqlite/document-keys.ts';
import { describe, expect, it } from 'vitest';
import { heads, TALK } from './appends.ts';
import { dataFolder, openFolder } from './data-folder.ts';
import { appended, CARRIED, DECK, saysNow, update, written } from './documents.ts';
import { runUntilKilled } from './killed-process.ts';

const KILLED_AT = new URL('document-killed-at.ts', import.meta.url);
const UNTIL_KILLED = new URL('documents-until-killed.ts', import.meta.url);

const LIVE = "SELECT stream FROM stream_key WHERE stream LIKE 'document:%' AND live = 1 GROUP BY stream";
const BEFORE = ['one', 'two', 'three'];
const COMPACTED = ['both', 'three'];

describe('a process killed in the middle of a statement', () => {
  it.each([
    ['append', 'events', 'document_row', 'INSERT', BEFORE],
    ['compact', 'keys', 'stream_key', 'INSERT', BEFORE],
    ['compact', 'events', 'document_row', 'DELETE', BEFORE],
    ['compact', 'events', 'document_row', 'UPDATE', BEFORE],
    ['compact', 'events', 'document_row', 'INSERT', BEFORE],
    ['compact', 'events', 'document', 'UPDATE', BEFORE],
    ['compact', 'events', 'shred_due', 'INSERT', BEFORE],
    ['compact', 'keys', 'stream_key', 'UPDATE', COMPACTED],
    ['compact', 'keys', 'shred_log', 'INSERT', COMPACTED],
    ['compact', 'events', 'shred_due', 'DELETE', COMPACTED],
    ['destroy', 'events', 'document', 'DELETE', BEFORE],
    ['destroy', 'events', 'shred_due', 'INSERT', BEFORE],
    ['destroy', 'keys', 'stream_key', 'UPDATE', undefined],
    ['destroy', 'events', 'shred_due', 'DELETE', undefined],
    ['order', 'events', 'document', 'DELETE', BEFORE],
    ['order', 'events', 'shred_due', 'INSERT', BEFORE],
    ['order', 'keys', 'stream_key', 'UPDATE', undefined],
  ] as const)(
    'DS1 DS3 DS4 leaves nothing half: %s, killed at %s.%s %s',
    async (act, file, table, statement, expected) => {
      const folder = dataFolder();
      const first = await openFolder(folder);
      const { incarnation, rows } = await written(first.documents, DECK, ...BEFORE);
      await first.close();
      await runUntilKilled(KILLED_AT, [folder, act, file, table, statement]);

      const { documents, events, files } = await openFolder(folder);
      expect(await saysNow(documents, DECK)).toEqual(expected);
      expect(await heads(events, TALK)).toEqual([act === 'order' && !expected ? 1 : 0]);
      expect(files.events.prepare('SELECT count(*) AS n FROM shred_due').get()).toEqual({ n: 0 });
      if (!expected) {
        expect(files.keys.prepare(LIVE).all()).toEqual([]);
        return;
      }
      // It goes on from there, and what the killed one may have left takes part.
      await appended(documents, DECK, incarnation, 'next');
      const left = expected === BEFORE ? rows : rows.slice(1);
      expect((await documents.compact(DECK, incarnation, left, update('all'))).outcome).toBe('saved');
      expect(await saysNow(documents, DECK)).toEqual(['all', 'next']);
      expect(files.keys.prepare('SELECT count(*) AS n FROM stream_key WHERE live = 1').get()).toEqual({ n: 1 });
    },
    20_000,
  );
});

describe('a process killed while one document takes the place of another', () => {
  it.each([
    ['events', 'event', 'INSERT', false],
    ['events', 'document', 'DELETE', false],
    ['events', 'document', 'UPDATE', false],
    ['keys', 'stream_key', 'UPDATE', true],
    ['events', 'shred_due', 'DELETE', true],
  ] as const)('DS4 DO6 leaves the one or the other, killed at %s.%s %s', async (file, table, statement, took) => {
    const folder = dataFolder();
    const first = await openFolder(folder);
    await written(first.documents, DECK, ...BEFORE);
    await written(first.documents, CARRIED, 'carried');
    await first.close();
    await runUntilKilled(KILLED_AT, [folder, 'carry', file, table, statement]);
    const { documents, events } = await openFolder(folder);
    expect(await heads(events, TALK)).toEqual([took ? 1 : 0]);
    expect(await saysNow(documents, DECK)).toEqual(took ? ['carried'] : BEFORE);
    expect(await saysNow(documents, CARRIED)).toEqual(took ? undefined : ['carried']);
  });
});

describe('a process killed again and again', () => {
  it.each([
    ['appends', 50, 200],
    ['compactions', 1, 50],
    ['destructions', 2, 4],
  ])(
    'DS1 DS3 DS4 has all that was answered, in order and once, after kills during %s',
    async (_, compactEvery, destroyEvery) => {
      const folder = dataFolder();
      const answered = new Map<string, number>();
      const ordered = new Set<string>();
      const destroyed = new Set<string>();
      for (let run = 0; run < 4; run += 1) {
        const args = [folder, compactEvery, destroyEvery].map(String);
        for (const line of await runUntilKilled(UNTIL_KILLED, args, 400 + run * 37)) {
          const [what, incarnation = '', number] = line.split(' ');
          if (what === 'destroyed') destroyed.add(incarnation);
          else if (what === 'destroying') ordered.add(incarnation);
          else answered.set(incarnation, Math.max(answered.get(incarnation) ?? 0, Number(number)));
        }
        const { documents, files, close } = await openFolder(folder);
        const lives = new Set<string>();
        for (const name of Array.from({ length: 8 }, (_, at) => `deck/c${at}`)) {
          const document = await documents.find(name);
          if (!document) continue;
          lives.add(document.incarnation);
          const numbers = document.rows.flatMap(({ update }) => Buffer.from(update).toString().split(',')).map(Number);
          expect(numbers).toEqual(numbers.map((_, at) => at));
          expect(numbers.length).toBeGreaterThan(answered.get(document.incarnation) ?? -1);
        }
        expect(lives.size).toBeGreaterThan(0);
        expect([...answered.keys()].filter((each) => !lives.has(each) && !ordered.has(each))).toEqual([]);
        expect([...lives].filter((each) => destroyed.has(each))).toEqual([]);
        const living = new Set([...lives].map(documentKeys));
        expect(keysOf(files.keys).filter((each) => !living.has(each))).toEqual([]);
        for (const file of [files.events, files.keys]) {
          expect(file.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
          expect(file.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
        }
        await close();
      }
    },
    60_000,
  );
});

const keysOf = (keys: DatabaseSync): string[] =>
  keys
    .prepare(LIVE)
    .all()
    .map(({ stream }) => String(stream));
