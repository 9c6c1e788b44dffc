import type { Line, Room } from './line/line.ts';
import { DEVICES, type Peer } from './peers/peer.ts';
import type { ServerProcess } from './server-process.ts';

/** A peer's running server with its rooms of three devices, all of them in. */
export type Field = { peer: Peer; server: ServerProcess; rooms: Room[] };

/** Handshakes in flight: below the 511 connections that a listening socket queues, above which the kernel waits a second. */
const HANDSHAKES = 250;

export async function openField(peer: Peer, rooms: number): Promise<Field> {
  const server = await peer.start();
  return { peer, server, rooms: await enterAll(peer, rooms) };
}

/** All devices of the first rooms come in, as fast as the server lets them. */
export async function enterAll(peer: Peer, rooms: number): Promise<Room[]> {
  const places = Array.from({ length: rooms }, (_, room) => DEVICES.map((device) => ({ room, device }))).flat();
  const entered: Line[][] = Array.from({ length: rooms }, () => []);
  const enterNext = async (): Promise<void> => {
    for (let place = places.pop(); place; place = places.pop()) {
      const lines = entered[place.room];
      if (lines) lines[place.device] = await peer.enter(place.room, place.device);
    }
  };
  await Promise.all(Array.from({ length: HANDSHAKES }, enterNext));
  return entered.map((lines) => ({ lines }));
}

export function leave(rooms: readonly Room[]): void {
  for (const { lines } of rooms) for (const line of lines) line.close();
}
