import { connect, type Socket } from 'node:net';

/**
 * A WebSocket client that does as little as it can, so that the load generator is not what is measured: one read buffer
 * for all connections, ASCII text or bytes, whole frames only. Frames are masked as the standard asks of a client.
 */
export type WebSocketLine = {
  opened: Promise<void>;
  send(text: string): void;
  sendBytes(bytes: Uint8Array): void;
  close(): void;
};

type To = { port: number; path: string; headers?: Record<string, string> };
/** `bytes` are a view of the read buffer: good for the length of the call. */
type Ears = { text?(text: string): void; bytes?(bytes: Buffer): void; closed(why: string): void };

const READ = Buffer.allocUnsafe(256 * 1024);
const MASK = [0x5a, 0xc3, 0x17, 0x9e] as const;
const TEXT = 0x1;
const BINARY = 0x2;
const CLOSE = 0x8;
const PING = 0x9;
const PONG = 0xa;

/** Connects. `opened` rejects with the server's status line where it does not switch to WebSocket. */
export function webSocket({ port, path, headers = {} }: To, ears: Ears): WebSocketLine {
  const opened = Promise.withResolvers<void>();
  let rest: Buffer | undefined;
  let open = false;
  const socket: Socket = connect({
    port,
    host: '127.0.0.1',
    noDelay: true,
    onread: {
      buffer: READ,
      callback: (read) => {
        const fresh = READ.subarray(0, read);
        const bytes = rest ? Buffer.concat([rest, fresh]) : fresh;
        const used = open ? frames(bytes) : handshake(bytes);
        // What is left of a frame must be copied: the buffer is shared.
        rest = used < bytes.length ? Buffer.from(bytes.subarray(used)) : undefined;
        return true;
      },
    },
  });

  const handshake = (bytes: Buffer): number => {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) return 0;
    const status = bytes.toString('latin1', 0, bytes.indexOf('\r\n'));
    if (!status.startsWith('HTTP/1.1 101')) {
      opened.reject(new Error(`No WebSocket at ${path}: ${status} ${bytes.toString('latin1', end + 4, end + 200)}`));
      socket.destroy();
      return bytes.length;
    }
    open = true;
    opened.resolve();
    return end + 4 + frames(bytes.subarray(end + 4));
  };

  /** Hands on every whole frame; how many bytes they took. */
  const frames = (bytes: Buffer): number => {
    let at = 0;
    while (bytes.length - at >= 2) {
      const kind = (bytes[at] ?? 0) & 0x0f;
      let length = bytes[at + 1] ?? 0;
      let start = at + 2;
      if (length === 126) {
        if (bytes.length < at + 4) break;
        length = bytes.readUInt16BE(at + 2);
        start = at + 4;
      } else if (length === 127) {
        if (bytes.length < at + 10) break;
        length = Number(bytes.readBigUInt64BE(at + 2));
        start = at + 10;
      }
      const end = start + length;
      if (end > bytes.length) break;
      if (kind === BINARY) ears.bytes?.(bytes.subarray(start, end));
      else if (kind === TEXT) ears.text?.(bytes.toString('latin1', start, end));
      else if (kind === PING) socket.write(bytesFrame(PONG, bytes.subarray(start, end)));
      else if (kind === CLOSE)
        ears.closed(`the server closed with ${length >= 2 ? bytes.readUInt16BE(start) : 'no code'}`);
      at = end;
    }
    return at;
  };

  let closedByUs = false;
  const failed = (error: Error) => {
    opened.reject(error);
    if (!closedByUs) ears.closed(error.message);
  };
  socket.once('error', failed);
  socket.once('close', () => failed(new Error(`The connection to ${path} ended.`)));
  socket.once('connect', () => {
    const given = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dHVybndhcmQtYmVuY2gtMQ==\r\n${given.join('')}\r\n`,
    );
  });

  return {
    opened: opened.promise,
    send: (text) => void socket.write(textFrame(text)),
    sendBytes: (bytes) => void socket.write(bytesFrame(BINARY, bytes)),
    close() {
      closedByUs = true;
      socket.destroy();
    },
  };
}

const textFrame = (text: string): Buffer => frame(TEXT, text.length, (to, at) => to.write(text, at, 'latin1'));

const bytesFrame = (kind: number, bytes: Uint8Array): Buffer =>
  frame(kind, bytes.length, (to, at) => to.set(bytes, at));

function frame(kind: number, length: number, fill: (to: Buffer, at: number) => void): Buffer {
  const head = length < 126 ? 6 : 8;
  const bytes = Buffer.allocUnsafe(head + length);
  bytes[0] = 0x80 | kind;
  if (length < 126) bytes[1] = 0x80 | length;
  else {
    if (length > 0xffff) throw new Error('The bench sends no frame of more than 64 KiB.');
    bytes[1] = 0x80 | 126;
    bytes.writeUInt16BE(length, 2);
  }
  for (let i = 0; i < 4; i++) bytes[head - 4 + i] = MASK[i & 3] ?? 0;
  fill(bytes, head);
  for (let i = 0; i < length; i++) bytes[head + i] = (bytes[head + i] ?? 0) ^ (MASK[i & 3] ?? 0);
  return bytes;
}
