import type { Turnward } from '../peers/turnward.ts';

export type Stored = { talks: number; events: number; firstMs: number; serverCpuMsPerTalk: number };

/** Talks opened before the count begins, so that code is compiled and files are mapped. */
const WARM_UP = 5;

/** Opens stored talks on a server that has just started: read, unsealed, folded, sent. One after the other. */
export async function stored(turnward: Turnward, rooms: readonly number[]): Promise<Stored> {
  const server = await turnward.start();
  const lines = await Promise.all(rooms.map((room) => turnward.connect(room, 0)));
  const open = async (from: number, to: number): Promise<number> => {
    let events = 0;
    for (let i = from; i < to; i++) {
      const line = lines[i];
      const room = rooms[i];
      if (line && room !== undefined) events += await turnward.openTalk(line, room);
    }
    return events;
  };
  const cpuBeforeFirst = server.cpuMs();
  await open(0, 1);
  const firstMs = server.cpuMs() - cpuBeforeFirst;
  await open(1, WARM_UP);
  const cpuBefore = server.cpuMs();
  const events = await open(WARM_UP, rooms.length);
  const talks = rooms.length - WARM_UP;
  const serverCpuMsPerTalk = (server.cpuMs() - cpuBefore) / talks;
  for (const line of lines) line.close();
  await server.stop();
  return { talks, events: events / talks, firstMs, serverCpuMsPerTalk };
}
