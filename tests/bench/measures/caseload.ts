import { setTimeout as wait } from 'node:timers/promises';
import { Changes } from '../caseload/changes.ts';
import type { SocketIoLine } from '../line/socket-io-line.ts';
import type { Chance } from '../load/chance.ts';
import { type Quantiles, quantiles } from '../load/quantiles.ts';
import type { SeededRoom } from '../peers/seed.ts';

/** From a partner's press until its header is at the caseload's socket, in ms. */
export type Caseload = {
  couples: number;
  spread: Quantiles & { changes: number };
  atOnce: Quantiles & { changes: number };
};

/** Changes of each couple per second: far more than two people who write to each other. */
const EACH_PER_SECOND = 1;
const BURSTS = 10;

type Line = { room: SeededRoom; line: SocketIoLine };

/** One facilitator follows the headers of all these talks (CA2): each goes on by itself, then all press at the same moment. */
export async function caseload(
  caseloadLine: SocketIoLine,
  partners: readonly Line[],
  { seconds, chance }: { seconds: number; chance: Chance },
): Promise<Caseload> {
  const changes = new Changes(caseloadLine);
  await changes.follow(partners.map(({ room }) => room));
  const press = ({ line, room }: Line) => changes.change(line, room);
  const took = () => {
    const taken = changes.taken();
    return { ...quantiles(taken), changes: taken.length };
  };
  // Code is compiled and folds are read.
  for (let time = 0; time < 3; time++) await Promise.all(partners.map(press));
  changes.taken();

  const end = performance.now() + seconds * 1000;
  await Promise.all(
    partners.map(async (partner) => {
      for (;;) {
        await wait(chance.exponential(EACH_PER_SECOND));
        if (performance.now() >= end) return;
        await press(partner);
      }
    }),
  );
  const spread = took();
  for (let burst = 0; burst < BURSTS; burst++) await Promise.all(partners.map(press));
  return { couples: partners.length, spread, atOnce: took() };
}
