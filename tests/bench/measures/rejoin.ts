import { enterAll, type Field, leave } from '../field.ts';

export type Rejoin = {
  sockets: number;
  /** From starting the program to its first accepted connection. */
  startMs: number;
  /** From then until the last socket is in, and caught up where there is something to catch up with. */
  stormMs: number;
  serverCpuMsPer1000: number;
};

/** SIGKILL, start, and everybody comes back at once. The field goes on with the new server. */
export async function rejoin(field: Field): Promise<Rejoin> {
  const rooms = field.rooms.length;
  await field.server.kill();
  leave(field.rooms);
  const killed = performance.now();
  field.server = await field.peer.start();
  const accepting = performance.now();
  const cpuBefore = field.server.cpuMs();
  field.rooms = await enterAll(field.peer, rooms);
  const stormMs = performance.now() - accepting;
  const sockets = rooms * 3;
  const serverCpuMsPer1000 = ((field.server.cpuMs() - cpuBefore) / sockets) * 1000;
  return { sockets, startMs: accepting - killed, stormMs, serverCpuMsPer1000 };
}
