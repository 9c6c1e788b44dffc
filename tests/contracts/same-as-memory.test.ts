import { openMemory } from '@turnward/server/adapters/memory/open-memory.ts';
import type { Append, EventStore, NewEvent } from '@turnward/server/ports/event-store.ts';
import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dataFolder, openFolder } from './data-folder.ts';

const STREAMS: StreamName[] = ['space:s1', 'talk:c1', 'own/a:c1', 'own/b:c1'];

const stream = fc.constantFrom(...STREAMS);
const seq = fc.integer({ min: 1, max: 6 });
const place = fc.record({ stream, seq });
const event = fc.record({
  type: fc.constantFrom('Said', 'MemberJoined', 'GuestProposed'),
  memberId: fc.constantFrom('ada', 'ben'),
});
const words = fc.record({
  text: fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' }), { noNullPrototype: true }),
});
const newEvent: fc.Arbitrary<NewEvent> = fc.oneof(
  fc.record({ event }),
  fc.record({ event, words }),
  fc.record({ event, copyOf: place }),
);
const streamAppend = fc.record(
  { stream, expectedHead: fc.integer({ min: 0, max: 4 }), events: fc.array(newEvent, { maxLength: 3 }) },
  { requiredKeys: ['stream', 'events'] },
);
const destroy = fc.record(
  {
    events: fc.array(place, { maxLength: 2 }),
    authors: fc.array(fc.record({ stream, author: fc.constantFrom('ada', 'ben') }), { maxLength: 2 }),
    streams: fc.array(stream, { maxLength: 1 }),
  },
  { requiredKeys: [] },
);
const append: fc.Arbitrary<Append> = fc.record(
  {
    // Mostly one space, so that most appends are allowed.
    spaceId: fc.constantFrom('s1', 's1', 's1', 's1', 's1', 's1', 's2'),
    author: fc.constantFrom('ada', 'ben'),
    commandId: fc.constantFrom(...'abcdefghijkl'),
    at: fc.nat(),
    streams: fc.uniqueArray(streamAppend, { selector: (each) => each.stream, maxLength: 3 }),
    destroy,
  },
  { requiredKeys: ['spaceId', 'author', 'commandId', 'at', 'streams'] },
);

/** All appends of a batch at once, so that they share commits. Of an append with two faults, either may be named. */
const run = (store: EventStore, batch: Append[]) =>
  Promise.all(batch.map((each) => store.append(each).catch(() => 'fault')));

async function everything(store: EventStore) {
  return {
    heads: await store.heads(STREAMS),
    events: await Promise.all(STREAMS.map((name) => store.read(name, 0))),
    headers: await Promise.all(STREAMS.map((name) => store.headers(name, 1))),
    spaces: await Promise.all(['ada', 'ben'].map((member) => store.spacesOf(member))),
    commands: await Promise.all([...'abcdefghijkl'].map((id) => store.findCommand(STREAMS, 'ada', id))),
  };
}

it('ES9 gives on SQLite what the same rules give in memory, whatever waits together', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(append, { maxLength: 6 }), { maxLength: 6 }), async (batches) => {
      const folder = dataFolder();
      const memory = openMemory();
      const sqlite = await openFolder(folder);
      for (const batch of batches) expect(await run(sqlite.events, batch)).toEqual(await run(memory.events, batch));
      const expected = await everything(memory.events);
      expect(await everything(sqlite.events)).toEqual(expected);
      await sqlite.close();
      const reopened = await openFolder(folder);
      expect(await everything(reopened.events)).toEqual(expected);
      await reopened.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);
