import type { Room } from '../line/line.ts';
import { chance } from '../load/chance.ts';
import { commandLoad } from '../load/command-load.ts';
import { type Offer, openLoop, type Window } from '../load/open-loop.ts';
import { DEVICES } from '../peers/peer.ts';
import type { Turnward } from '../peers/turnward.ts';

/** `events`: contributions in the long talks before the measure began. */
export type Long = { events: number; short: Window[]; long: Window[] };

/** Low, so that each command stands alone and shares its fsync with nobody. */
const RATE = 80;

/** What a command costs in a long talk and in a short one; the two take turns, window by window. */
export async function long(
  turnward: Turnward,
  {
    events,
    short,
    long,
    windows,
    seconds,
  }: { events: number; short: number[]; long: number[]; windows: number; seconds: number },
): Promise<Long> {
  const server = await turnward.start();
  const enter = (rooms: number[]): Promise<Room[]> =>
    Promise.all(
      rooms.map(async (room) => ({ lines: await Promise.all(DEVICES.map((device) => turnward.enter(room, device))) })),
    );
  const fields = { short: await enter(short), long: await enter(long) };
  const taken: Long = { events, short: [], long: [] };
  for (let round = 0; round <= windows; round++) {
    for (const length of ['short', 'long'] as const) {
      const offer: Offer = { rate: RATE, seconds, chance: chance(round + 1) };
      const window = await openLoop(server, commandLoad(fields[length], offer), offer);
      // The first round only warms the server up.
      if (round > 0) taken[length].push(window);
    }
  }
  for (const { lines } of [...fields.short, ...fields.long]) for (const line of lines) line.close();
  await server.stop();
  return taken;
}
