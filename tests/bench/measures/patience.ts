import { setTimeout as wait } from 'node:timers/promises';
import { faultless } from '../load/account.ts';
import { allCpuMs, cpuMs } from '../machine.ts';
import type { Contender } from './contender.ts';

/** Cores that other programs may keep busy before figures are theirs as well. */
export const QUIET = 0.15;
/** How long the machine is looked at before it counts as quiet, in ms. */
const LOOK = 500;

/** Waits for quiet moments, on a machine where others work as well. Time that was spent waiting is spent for the whole run. */
export type Patience = { left: number };

/**
 * The same contender, that waits until the machine is quiet before each window, and offers the window again where others
 * disturbed it, as long as there is patience left. A window with faults is never offered again.
 */
export function patiently({ startRate, window }: Contender, patience: Patience): Contender {
  return {
    startRate,
    async window(offer) {
      for (;;) {
        await quiet(patience);
        const taken = await window(offer);
        if (patience.left <= 0 || taken.othersBusy <= QUIET || !faultless(taken.faults)) return taken;
        patience.left -= offer.seconds * 1000;
      }
    },
  };
}

/** Waits until the machine is quiet, as long as there is patience left. */
export async function quiet(patience: Patience): Promise<void> {
  while (patience.left > 0 && (await othersBusy()) > QUIET) patience.left -= LOOK;
}

/** While no load runs: in cores. */
async function othersBusy(): Promise<number> {
  const before = allCpuMs() - cpuMs(process.pid);
  await wait(LOOK);
  return (allCpuMs() - cpuMs(process.pid) - before) / LOOK;
}
