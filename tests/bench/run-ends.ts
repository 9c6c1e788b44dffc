import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FACILITATOR, seedFacilitator } from './caseload/seed-caseload.ts';
import { seedEnds } from './ends/seed-ends.ts';
import { chance } from './load/chance.ts';
import { allCpuMs, cpuMs } from './machine.ts';
import { ends } from './measures/ends.ts';
import type { Options } from './options.ts';
import type { Results } from './report/results.ts';
import { freePort, startServer } from './server-process.ts';
import type { Sizes } from './sizes.ts';
import { startFlags } from './start-flags.ts';

/** The first session that ends by itself does so this long after the rooms are there, and then one after the other. In ms. */
const FIRST = 20_000;
const EVERY = 150;

/** The real server, `server/main.ts`, and people who stop being in a room in every way there is, while others go on. */
export async function runEnds(
  { profile }: Options,
  sizes: Sizes,
  results: Results,
  say: (sentence: string) => void,
): Promise<void> {
  say(`${sizes.ends} of each way in which somebody stops being here.`);
  const dataDir = await mkdtemp(join(tmpdir(), 'turnward-bench-'));
  try {
    const rooms = await seedEnds(dataDir, sizes.ends, { first: FIRST, every: EVERY });
    const guests = rooms.filter(({ ending }) => ending === 'frozen guest');
    const guest = { memberId: FACILITATOR, secret: await seedFacilitator(dataDir, guests) };
    const port = await freePort();
    const script = fileURLToPath(import.meta.resolve('@turnward/server/main.ts'));
    const env = { DATA_DIR: dataDir, LOG_LEVEL: 'error', TRUST_PROXY: '1' };
    const server = await startServer({ script, port, flags: startFlags(), env, profile });
    try {
      const others = () => allCpuMs() - server.cpuMs() - cpuMs(process.pid);
      const [before, began] = [others(), performance.now()];
      const of = await ends(port, rooms, { guest, chance: chance(17) });
      results.ends = { of, othersBusy: Math.max(0, others() - before) / (performance.now() - began) };
    } finally {
      await server.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
