import { chance } from '../load/chance.ts';
import type { Window } from '../load/open-loop.ts';
import type { Contender } from './contender.ts';

/** Arrivals per second at which latency is told. */
const STEADY_RATE = 500;

/** Latency at a rate that leaves every server room to breathe; the contenders take turns, window by window. */
export async function steady(
  contenders: readonly Contender[],
  { windows, seconds }: { windows: number; seconds: number },
): Promise<Window[][]> {
  const taken: Window[][] = contenders.map(() => []);
  for (let round = 0; round < windows; round++) {
    for (const [i, { window }] of contenders.entries()) {
      taken[i]?.push(await window({ rate: STEADY_RATE, seconds, chance: chance(round + 1) }));
    }
  }
  return taken;
}
