import { openKeepHouse } from '@turnward/server/retention/keep-house.ts';
import { openSpaces } from '@turnward/server/space/spaces.ts';
import type { SpaceEvent } from '@turnward/shared/space/events.ts';
import { expect, it, onTestFinished } from 'vitest';
import { record } from '../contracts/appends.ts';
import { dataFolder, openFolder } from '../contracts/data-folder.ts';
import { until } from '../kit/person.ts';
import { countTurns } from '../kit/turns.ts';

const MANY = 200;

it('ER5 looking for what is due gives others their turn after each space, and keeps no space that nobody uses', async () => {
  const { events } = await openFolder(dataFolder());
  const created = (spaceId: string): SpaceEvent => ({ type: 'SpaceCreated', spaceId, practice: false });
  await Promise.all(
    Array.from({ length: MANY }, (_, n) => `s${n}`).map((spaceId) =>
      record(events, { spaceId, streams: [{ stream: `space:${spaceId}`, events: [{ event: created(spaceId) }] }] }),
    ),
  );
  const now = () => 1;
  const spaces = openSpaces(events, now);
  await spaces.load('s7');
  const turns = countTurns();
  onTestFinished(turns.stop);
  const pages: number[] = [];
  const failed: unknown[] = [];
  const house = openKeepHouse({
    events: {
      spaces: (after, limit) => {
        pages.push(turns.soFar);
        return events.spaces(after, limit);
      },
    },
    spaces,
    run: () => Promise.reject(new Error('nothing is due')),
    failed: (error) => failed.push(error),
    now,
  });
  // Two full pages, and one that is empty.
  await until(() => expect(pages).toHaveLength(3));
  await house.rest();
  expect((pages[2] ?? 0) - (pages[0] ?? 0)).toBeGreaterThanOrEqual(MANY);
  expect(failed).toEqual([]);
  expect([spaces.size, spaces.has('s7')]).toEqual([1, true]);
});
