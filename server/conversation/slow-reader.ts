import { type LiveSocket, MAX_QUEUED } from './connections.ts';

type Packet = { data?: unknown; options?: { wsPreEncodedFrame?: Buffer[] } };
/** What tells and ends an Engine.IO connection's queue; it has no public door to either. */
type Line = {
  writeBuffer: Packet[];
  transport: { socket?: { bufferedAmount?: number; terminate?: () => void } };
};
const lineOf = ({ conn }: LiveSocket): Line => conn as unknown as Line;

/** WR6. Whether more than 1 MiB waits for this reader: packets not yet handed over, and bytes the kernel has not taken. */
export function queuedBeyond(socket: LiveSocket): boolean {
  const { writeBuffer, transport } = lineOf(socket);
  let bytes = transport.socket?.bufferedAmount ?? 0;
  for (const { data, options } of writeBuffer) {
    if (options?.wsPreEncodedFrame) for (const part of options.wsPreEncodedFrame) bytes += part.length;
    else if (typeof data === 'string') bytes += data.length;
    if (bytes > MAX_QUEUED) return true;
  }
  return bytes > MAX_QUEUED;
}

/** A farewell would only join the queue: the line is cut, its memory freed, and the reader comes back and catches up. */
export function cut(socket: LiveSocket): void {
  lineOf(socket).transport.socket?.terminate?.();
}
