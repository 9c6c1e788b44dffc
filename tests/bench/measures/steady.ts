import type { Field } from '../field.ts';
import { chance } from '../load/chance.ts';
import { openLoop, type Window } from '../load/open-loop.ts';

/** Commands per second at which latency is told. */
const STEADY_RATE = 500;

/** Latency at a rate that leaves every server room to breathe; the peers take turns, window by window. */
export async function steady(
  fields: readonly Field[],
  { windows, seconds }: { windows: number; seconds: number },
): Promise<Window[][]> {
  const taken: Window[][] = fields.map(() => []);
  for (let round = 0; round < windows; round++) {
    for (const [i, { server, rooms }] of fields.entries()) {
      const window = await openLoop({ server, rooms, rate: STEADY_RATE, seconds, chance: chance(round + 1) });
      taken[i]?.push(window);
    }
  }
  return taken;
}
