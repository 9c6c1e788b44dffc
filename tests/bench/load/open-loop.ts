import { setTimeout as wait } from 'node:timers/promises';
import { allCpuMs, cpuMs } from '../machine.ts';
import type { ServerProcess } from '../server-process.ts';
import type { Account, Load } from './account.ts';
import type { Chance } from './chance.ts';

export type Window = Account & {
  /** Arrivals per second: what was asked for. */
  rate: number;
  serverCpuSecondsPer10k: number;
  /** Share of a core. */
  serverBusy: number;
  loadBusy: number;
  /** What other programs took of the machine meanwhile, in cores: where this is large, the figures are theirs as well. */
  othersBusy: number;
};
/** How much is offered, for how long, drawn by which chance. */
export type Offer = { rate: number; seconds: number; chance: Chance };

/** Sends at most this many overdue ones before reading what came in. */
const BURST = 32;
/** A window is over once everything arrived, or when nothing has come for this long. */
const SILENT_MS = 4000;

/** Open loop: arrivals come at exponential gaps at the offered rate, whatever the server does. Then waits until all is settled. */
export async function openLoop(server: ServerProcess, load: Load, { rate, seconds, chance }: Offer): Promise<Window> {
  const before = { server: server.cpuMs(), load: cpuMs(process.pid), all: allCpuMs() };
  const start = performance.now();
  await arrivals(
    start,
    start + seconds * 1000,
    () => chance.exponential(rate),
    (due) => load.fire(due),
  );
  await settle(load);
  const spent = performance.now() - start;
  const used = {
    server: server.cpuMs() - before.server,
    load: cpuMs(process.pid) - before.load,
    all: allCpuMs() - before.all,
  };
  return {
    rate,
    ...load.close(),
    serverCpuSecondsPer10k: (used.server / 1000 / load.sent) * 10_000,
    serverBusy: used.server / spent,
    loadBusy: used.load / spent,
    othersBusy: Math.max(0, used.all - used.server - used.load) / spent,
  };
}

/** Runs `fire` at every arrival. Sleeps through long gaps and spins through short ones, since timers are 1 ms coarse. */
function arrivals(start: number, end: number, gap: () => number, fire: (due: number) => void): Promise<void> {
  let due = start + gap();
  return new Promise((resolve) => {
    const turn = () => {
      for (let burst = 0; burst < BURST && due <= performance.now() && due < end; burst++) {
        fire(due);
        due += gap();
      }
      if (due >= end) return resolve();
      const pause = due - performance.now();
      if (pause > 2.5) setTimeout(turn, pause - 1.5);
      else setImmediate(turn);
    };
    turn();
  });
}

async function settle(load: Load): Promise<void> {
  let { progress } = load;
  let silentSince = performance.now();
  while (!load.settled && performance.now() - silentSince < SILENT_MS) {
    await wait(5);
    if (load.progress > progress) {
      progress = load.progress;
      silentSince = performance.now();
    }
  }
  // A double would come right behind.
  await wait(20);
}
