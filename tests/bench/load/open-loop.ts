import { setTimeout as wait } from 'node:timers/promises';
import type { Room } from '../line/line.ts';
import { allCpuMs, cpuMs } from '../machine.ts';
import type { ServerProcess } from '../server-process.ts';
import type { Chance } from './chance.ts';
import type { Quantiles } from './quantiles.ts';
import { type Faults, Tally } from './tally.ts';

export type Window = {
  /** Commands per second: what was asked for. */
  rate: number;
  sent: number;
  ack: Quantiles;
  delivery: Quantiles;
  /** How late the generator itself was in sending: where this is large, the load and not the server is measured. */
  late: Quantiles;
  serverCpuSecondsPer10k: number;
  /** Share of a core. */
  serverBusy: number;
  loadBusy: number;
  /** What other programs took of the machine meanwhile, in cores: where this is large, the figures are theirs as well. */
  othersBusy: number;
  faults: Faults;
  trouble: string;
};

/** Sends at most this many overdue commands before reading what came in. */
const BURST = 32;
/** A window is over once everything arrived, or when nothing has come for this long. */
const SILENT_MS = 4000;

let numbered = 1;

/**
 * Open loop: commands come at exponential gaps at the offered rate, whatever the server does; each goes to a room and from
 * a device drawn by chance. Then waits until everything has arrived.
 */
export async function openLoop(of: {
  server: ServerProcess;
  rooms: readonly Room[];
  rate: number;
  seconds: number;
  chance: Chance;
}): Promise<Window> {
  const { server, rooms, rate, seconds, chance } = of;
  const capacity = Math.ceil(rate * seconds * 1.2) + 1000;
  const tally = new Tally(numbered, capacity);
  numbered += capacity;
  tally.listenTo(rooms);

  const before = { server: server.cpuMs(), load: cpuMs(process.pid), all: allCpuMs() };
  const start = performance.now();
  await arrivals(
    start,
    start + seconds * 1000,
    () => chance.exponential(rate),
    (due) => {
      if (tally.full) return;
      const room = chance.below(rooms.length);
      const device = chance.below(3);
      rooms[room]?.lines[device]?.contribute(tally.send(due, room, device));
    },
  );
  await settle(tally);
  const spent = performance.now() - start;
  const used = {
    server: server.cpuMs() - before.server,
    load: cpuMs(process.pid) - before.load,
    all: allCpuMs() - before.all,
  };
  return {
    rate,
    ...tally.close(rooms),
    serverCpuSecondsPer10k: (used.server / 1000 / tally.sent) * 10_000,
    serverBusy: used.server / spent,
    loadBusy: used.load / spent,
    othersBusy: Math.max(0, used.all - used.server - used.load) / spent,
    trouble: tally.firstTrouble,
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

async function settle(tally: Tally): Promise<void> {
  let { progress } = tally;
  let silentSince = performance.now();
  while (!tally.settled && performance.now() - silentSince < SILENT_MS) {
    await wait(5);
    if (tally.progress > progress) {
      progress = tally.progress;
      silentSince = performance.now();
    }
  }
  // A double would come right behind.
  await wait(20);
}
