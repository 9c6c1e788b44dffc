import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { parseDocumentName } from '@turnward/shared/documents/names.ts';
import { DOCUMENT_CLOSE, DOCUMENT_PATH, MAX_DOCUMENT_FRAME } from '@turnward/shared/wire/document-line.ts';
import { SOCKET_PATH } from '@turnward/shared/wire/protocol.ts';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Logger } from '../log.ts';
import type { Session, Sessions } from '../session.ts';
import { OPENING, openBudget } from './budget.ts';
import { type CloseReason, Device } from './device.ts';
import type { Documents } from './documents.ts';

/** A line that misses two of these is dead. In ms; lines take turns in so many groups, so that no moment is full of pings. */
const PING_EVERY = 5_000;
const PING_GROUPS = 20;
const MISSED = 2;
/** How long a client may take to say goodbye, in ms. */
const GOODBYE = 2_000;
/** How many lines a member may have open at once, on all devices. */
const MOST_LINES = 32;
/** Points an upgrade without a session costs its address, and how many such lines there may be at once. */
const KNOCK = 30;
const MOST_STRANGERS = 64;

type Parts = {
  http: Server;
  documents: Documents;
  sessions: Pick<Sessions, 'ofLocked'>;
  isOurs: (origin: string | undefined) => boolean;
  lineOpened: (session: Session) => void;
  log: Logger;
  /** In ms, of a clock that nobody sets back. */
  ticks: () => number;
};

/** The line of edits: who (session), what (name), how much (rate); else a close code. Call the answer to end its pings. */
export function openDocumentGateway(parts: Parts): () => void {
  const { http, documents, sessions, isOurs, lineOpened, log, ticks } = parts;
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_DOCUMENT_FRAME, perMessageDeflate: false });
  const budget = openBudget(ticks);
  const knocks = openBudget(ticks);
  const pulses = new WeakMap<WebSocket, { group: number; missed: number }>();
  const lines = new Map<string, number>();
  let strangers = 0;
  let opened = 0;

  const admit = async (socket: WebSocket, path: string, session: Session): Promise<void> => {
    const { memberId } = session;
    count(lines, memberId, 1);
    socket.on('close', () => count(lines, memberId, -1));
    const [name = '', query = ''] = path.split('?', 2);
    const ref = parseDocumentName(name);
    if (!ref) return goodbye(socket, 'notFound');
    if ((lines.get(memberId) ?? 0) > MOST_LINES) return goodbye(socket, 'tooMany');
    const spend = (points: number) => budget.take(memberId, points);
    if (!spend(OPENING)) return goodbye(socket, 'tooMany');
    const device = deviceOn(socket, { session, name: name as Device['name'], ref, spend });
    socket.on('close', () => device.left());
    socket.on('message', (bytes: Buffer, isBinary) => {
      if (device.closed) return;
      if (!spend(1 + Math.floor(bytes.byteLength / 1024))) device.close('tooMany');
      else documents.hear(device, isBinary ? bytes : NOTHING);
    });
    await documents.enter(device, new URLSearchParams(query).get('of'));
  };

  const upgraded = (socket: WebSocket, path: string, session: Session): void => {
    opened += 1;
    const pulse = { group: opened % PING_GROUPS, missed: 0 };
    pulses.set(socket, pulse);
    socket.on('pong', () => {
      pulse.missed = 0;
    });
    // What breaks the protocol, as a frame that is too large does, ws answers itself with the code that says so.
    socket.on('error', () => undefined);
    // What the client says meanwhile waits in the kernel until the document is there.
    socket.pause();
    admit(socket, path, session)
      .catch((error: unknown) => {
        log.error({ error }, 'A document could not be opened.');
        goodbye(socket, 'notSaved');
      })
      .finally(() => socket.resume());
  };

  /** Its line is opened only so that it can be closed with a code that the client understands. */
  const sendAway = (request: IncomingMessage, stream: Duplex, head: Buffer, reason: CloseReason): void => {
    const address = request.socket.remoteAddress ?? '';
    if (strangers >= MOST_STRANGERS || !knocks.take(address, KNOCK)) return void stream.end(UNAUTHORIZED);
    strangers += 1;
    stream.once('close', () => {
      strangers -= 1;
    });
    server.handleUpgrade(request, stream, head, (socket) => {
      socket.on('error', () => undefined);
      goodbye(socket, reason);
    });
  };

  const knock = async (request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> => {
    const session = await sessions.ofLocked(request);
    if (stream.destroyed) return;
    if (!session) return sendAway(request, stream, head, 'signedOut');
    if (session.lockedAt !== null) return sendAway(request, stream, head, 'locked');
    const path = (request.url ?? '').slice(DOCUMENT_PATH.length);
    lineOpened(session);
    server.handleUpgrade(request, stream, head, (socket) => upgraded(socket, path, session));
  };

  http.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const { url = '' } = request;
    if (url.startsWith(`${SOCKET_PATH}/`)) return;
    stream.on('error', () => undefined);
    if (!url.startsWith(DOCUMENT_PATH)) return void stream.destroy();
    if (!isOurs(request.headers.origin)) return void stream.end(FORBIDDEN);
    knock(request, stream, head).catch((error: unknown) => {
      log.error({ error }, 'A document could not be opened.');
      stream.destroy();
    });
  });

  let turn = 0;
  const pings = setInterval(() => {
    turn = (turn + 1) % PING_GROUPS;
    for (const socket of server.clients) {
      const pulse = pulses.get(socket);
      if (pulse?.group !== turn) continue;
      pulse.missed += 1;
      if (pulse.missed > MISSED) socket.terminate();
      else if (socket.readyState === socket.OPEN) socket.ping();
    }
  }, PING_EVERY / PING_GROUPS);
  return () => clearInterval(pings);
}

const FORBIDDEN = 'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';
const UNAUTHORIZED = 'HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';
/** Text where bytes belong: read like any message that says nothing. */
const NOTHING = new Uint8Array();

const deviceOn = (socket: WebSocket, parts: Omit<ConstructorParameters<typeof Device>[0], 'socket'>): Device =>
  new Device({
    ...parts,
    socket: {
      send: (frame) => socket.send(frame),
      close: (reason) => goodbye(socket, reason),
      cut: () => socket.terminate(),
      get waiting() {
        return socket.bufferedAmount;
      },
    },
  });

function goodbye(socket: WebSocket, reason: CloseReason): void {
  socket.close(DOCUMENT_CLOSE[reason], reason);
  setTimeout(() => socket.terminate(), GOODBYE).unref();
}

function count(lines: Map<string, number>, memberId: string, step: 1 | -1): void {
  const open = (lines.get(memberId) ?? 0) + step;
  if (open > 0) lines.set(memberId, open);
  else lines.delete(memberId);
}
