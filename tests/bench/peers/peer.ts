import type { Line } from '../line/line.ts';
import type { ServerProcess } from '../server-process.ts';

/** Something to compare: a server and the way its devices come in. */
export type Peer = {
  readonly name: 'Turnward' | 'bare Socket.IO' | 'raw ws';
  start(): Promise<ServerProcess>;
  /** A device (0, 1, 2) of a room comes in: connected, joined, and caught up with what it missed. */
  enter(room: number, device: number): Promise<Line>;
};

export const DEVICES = [0, 1, 2] as const;
