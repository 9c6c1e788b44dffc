import { openMemory } from '@turnward/server/adapters/memory/open-memory.ts';
import type { SqliteStores } from '@turnward/server/adapters/sqlite/open-sqlite.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { append } from './appends.ts';
import { dataFolder, openFolder } from './data-folder.ts';
import { DECK, DRAFT, STORY, says, update } from './documents.ts';

const NAMES = [DECK, DRAFT, STORY];

const name = fc.constantFrom(...NAMES);
const names = fc.array(name, { minLength: 1, maxLength: 2 });
/** Which of the incarnations a document has had, counted from the last; and which of its rows, counted from the first. */
const life = fc.constantFrom(0, 0, 0, 0, 1);
const rows = fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 4 });
const words = fc.string({ maxLength: 8 });
const act = fc.oneof(
  fc.record({ act: fc.constant('open' as const), name, spaceId: fc.constantFrom('s1', 's1', 's1', 's2') }),
  fc.record({ act: fc.constant('append' as const), name, life, updates: fc.array(words, { maxLength: 4 }) }),
  fc.record({ act: fc.constant('append' as const), name, life, updates: fc.array(words, { maxLength: 4 }) }),
  fc.record({ act: fc.constant('compact' as const), name, life, rows, state: words }),
  fc.record({ act: fc.constant('destroy' as const), names }),
  fc.record({ act: fc.constant('order' as const), names, spaceId: fc.constantFrom('s1', 's1', 's1', 's2') }),
  fc.record({ act: fc.constant('carry' as const), names, from: name, to: name }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;
type Stores = Pick<SqliteStores, 'documents' | 'events'>;

/** Runs acts on a store, naming incarnations and rows by when they came, since no two stores name them alike. */
function runner(lives = new Map<string, string[]>()) {
  return async ({ documents, events }: Stores, each: Act): Promise<unknown> => {
    const incarnation = 'life' in each ? (lives.get(each.name)?.at(-1 - each.life) ?? 'never') : '';
    switch (each.act) {
      case 'open': {
        const document = await documents.open(each.name, each.spaceId);
        const known = lives.get(each.name) ?? [];
        if (!known.includes(document.incarnation)) lives.set(each.name, [...known, document.incarnation]);
        return says(document);
      }
      case 'append': {
        const all = each.updates.map((words) => documents.append(each.name, incarnation, update(words)));
        return (await Promise.all(all)).map(({ outcome }) => outcome);
      }
      case 'compact': {
        const there = (await documents.find(each.name))?.rows.map(({ row }) => row) ?? [];
        const given = each.rows.map((at) => there[at] ?? 10_000 + at);
        return (await documents.compact(each.name, incarnation, given, update(each.state))).outcome;
      }
      case 'destroy':
        return documents.destroy(each.names);
      case 'carry': {
        const { names, from, to } = each;
        const order = append({ streams: [], destroy: { documents: names }, rename: [{ from, to }] });
        return (await events.append(order)).outcome;
      }
      case 'order': {
        const order = append({ spaceId: each.spaceId, streams: [], destroy: { documents: each.names } });
        return (await events.append(order)).outcome;
      }
    }
  };
}

const everything = async ({ documents }: Stores) =>
  Promise.all(NAMES.map(async (each) => says(await documents.find(each))));

it('DS5 gives on SQLite what the same rules give in memory, whatever is done in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
      const folder = dataFolder();
      const memory = openMemory();
      const sqlite = await openFolder(folder);
      const [onMemory, onSqlite] = [runner(), runner()];
      for (const each of acts) {
        const expected = await onMemory(memory, each).catch(() => 'fault');
        expect(await onSqlite(sqlite, each).catch(() => 'fault')).toEqual(expected);
      }
      const expected = await everything(memory);
      expect(await everything(sqlite)).toEqual(expected);
      await sqlite.close();
      const reopened = await openFolder(folder);
      expect(await everything(reopened)).toEqual(expected);
      await reopened.close();
    }),
    { numRuns: 80 },
  );
}, 60_000);
