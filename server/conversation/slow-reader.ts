import { setImmediate as ioTurn, setTimeout as pause } from 'node:timers/promises';
import { type LiveSocket, MAX_QUEUED } from './connections.ts';

type Packet = { data?: unknown; options?: { wsPreEncodedFrame?: Buffer[] } };
/** What tells and ends an Engine.IO connection's queue; it has no public door to either. */
type Line = {
  readyState: string;
  writeBuffer: Packet[];
  transport: { socket?: { bufferedAmount?: number; terminate?: () => void } };
};
const lineOf = ({ conn }: LiveSocket): Line => conn as unknown as Line;

/** Bytes that may still wait when a reader is given its next page of catching up, and how often to look, in ms. */
const NEARLY_NOTHING = 64 * 1024;
const LOOK_EVERY = 10;
/** A reader that takes nothing for so long is cut off (faults: closed in 10 s). In ms. */
const STALLED_AFTER = 5_000;

/** WR6. Whether more than `limit` (1 MiB) waits for this reader: packets not handed over, bytes the kernel has not taken. */
export function queuedBeyond(socket: LiveSocket, limit = MAX_QUEUED): boolean {
  const { writeBuffer, transport } = lineOf(socket);
  let bytes = transport.socket?.bufferedAmount ?? 0;
  for (const { data, options } of writeBuffer) {
    if (options?.wsPreEncodedFrame) for (const part of options.wsPreEncodedFrame) bytes += part.length;
    else if (typeof data === 'string') bytes += data.length;
    if (bytes > limit) return true;
  }
  return bytes > limit;
}

/** A farewell would only join the queue: the line is cut, its memory freed, and the reader comes back and catches up. */
export function cut(socket: LiveSocket): void {
  lineOf(socket).transport.socket?.terminate?.();
}

/** WR5. Waits until what was sent is nearly out, so that somebody far behind catches up page by page; false once the line is gone or stalled. */
export async function readyForMore(socket: LiveSocket): Promise<boolean> {
  await ioTurn();
  for (let waited = 0; queuedBeyond(socket, NEARLY_NOTHING); waited += LOOK_EVERY) {
    if (lineOf(socket).readyState !== 'open') return false;
    if (waited >= STALLED_AFTER) cut(socket);
    await pause(LOOK_EVERY);
  }
  return lineOf(socket).readyState === 'open';
}
