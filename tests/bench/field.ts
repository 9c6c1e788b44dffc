import { atOnce } from './at-once.ts';
import type { Room } from './line/line.ts';
import { commandLoad } from './load/command-load.ts';
import { openLoop } from './load/open-loop.ts';
import type { Contender } from './measures/contender.ts';
import { DEVICES, type Peer } from './peers/peer.ts';
import type { ServerProcess } from './server-process.ts';

/** A peer's running server with its rooms of three devices, all of them in. */
export type Field = { peer: Peer; server: ServerProcess; rooms: Room[] };

/** The field as something that takes windows of commands. */
export const contenderOf = (field: Field): Contender => ({
  startRate: field.peer.name === 'Turnward' ? 2500 : 9000,
  window: (offer) => openLoop(field.server, commandLoad(field.rooms, offer), offer),
});

export async function openField(peer: Peer, rooms: number): Promise<Field> {
  const server = await peer.start();
  return { peer, server, rooms: await enterAll(peer, rooms) };
}

/** All devices of the first rooms come in, as fast as the server lets them. */
export async function enterAll(peer: Peer, rooms: number): Promise<Room[]> {
  const places = Array.from({ length: rooms }, (_, room) => DEVICES.map((device) => ({ room, device }))).flat();
  const lines = await atOnce(places.reverse(), ({ room, device }) => peer.enter(room, device));
  lines.reverse();
  return Array.from({ length: rooms }, (_, room) => ({ lines: lines.slice(room * 3, room * 3 + 3) }));
}

export function leave(rooms: readonly Room[]): void {
  for (const { lines } of rooms) for (const line of lines) line.close();
}
