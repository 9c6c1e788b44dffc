import { setTimeout as wait } from 'node:timers/promises';
import { enterAll, leave } from '../field.ts';
import type { Peer } from '../peers/peer.ts';

export type Idle = { rooms: number; emptyMb: number; fullMb: number; mbPer1000Rooms: number };

/** How long memory gets to come to rest, in ms. */
const AT_REST = { empty: 1000, full: 3000 };

/** Memory of rooms that nobody speaks in: a fresh server before and after its rooms fill. */
export async function idle(peer: Peer, rooms: number): Promise<Idle> {
  const server = await peer.start();
  await wait(AT_REST.empty);
  const emptyMb = server.rssMb();
  const entered = await enterAll(peer, rooms);
  await wait(AT_REST.full);
  const fullMb = server.rssMb();
  leave(entered);
  await server.stop();
  return { rooms, emptyMb, fullMb, mbPer1000Rooms: ((fullMb - emptyMb) / rooms) * 1000 };
}
