import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SOCKET_PATH, WIRE_VERSION } from '@turnward/shared/wire/protocol.ts';
import { seedFacilitator } from './caseload/seed-caseload.ts';
import { openSocketIoLine } from './line/socket-io-line.ts';
import { chance } from './load/chance.ts';
import { caseload } from './measures/caseload.ts';
import type { Options } from './options.ts';
import { type SeededRoom, seedRooms } from './peers/seed.ts';
import type { Results } from './report/results.ts';
import { freePort, startServer } from './server-process.ts';
import { WHOLE_TALK } from './sizes.ts';
import { startFlags } from './start-flags.ts';

const COUPLES = 20;

/** The real server, `server/main.ts`, with twenty live talks and the one who looks after all of them. */
export async function runCaseload(
  { seconds, profile }: Options,
  results: Results,
  say: (sentence: string) => void,
): Promise<void> {
  say(`${COUPLES} live talks, and a facilitator who follows the headers of all.`);
  const dataDir = await mkdtemp(join(tmpdir(), 'turnward-bench-'));
  try {
    const rooms = await seedRooms(
      dataDir,
      Array.from({ length: COUPLES }, () => WHOLE_TALK),
    );
    const secret = await seedFacilitator(dataDir, rooms);
    const port = await freePort();
    const script = fileURLToPath(import.meta.resolve('@turnward/server/main.ts'));
    const env = { DATA_DIR: dataDir, LOG_LEVEL: 'warn' };
    const server = await startServer({ script, port, flags: startFlags(), env, profile });
    const connect = (cookie: string) =>
      openSocketIoLine({
        port,
        path: SOCKET_PATH,
        auth: { wire: WIRE_VERSION },
        headers: { Origin: `http://127.0.0.1:${port}`, Cookie: `turnward=${cookie}` },
      });
    /** As a page does that has the talk open. */
    const enter = async ({ spaceId, conversationId, head, devices }: SeededRoom, device: number) => {
      const line = await connect(devices[device]?.secret ?? '');
      await line.ask('follow', { to: 'space', id: spaceId, after: {} });
      await line.ask('follow', { to: 'conversation', id: conversationId, after: { [`talk:${conversationId}`]: head } });
      return line;
    };
    const partners = await Promise.all(
      rooms.map(async (room) => ({ room, line: await enter(room, 0), other: await enter(room, 1) })),
    );
    const line = await connect(secret);
    results.caseload = await caseload(line, partners, { seconds, chance: chance(11) });
    line.close();
    for (const { line: own, other } of partners) for (const each of [own, other]) each.close();
    await server.stop();
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
