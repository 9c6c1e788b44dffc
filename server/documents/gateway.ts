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

/** A line that misses two of these is dead. In ms. */
const PING_EVERY = 5_000;
const MISSED = 2;
/** How long a client may take to say goodbye, in ms. */
const GOODBYE = 2_000;

type Parts = {
  http: Server;
  documents: Documents;
  sessions: Pick<Sessions, 'of'>;
  isOurs: (origin: string | undefined) => boolean;
  log: Logger;
  now: () => number;
};

/** The line of edits: who (session), what (name), how much (rate); else a close code. Call the answer to end its pings. */
export function openDocumentGateway({ http, documents, sessions, isOurs, log, now }: Parts): () => void {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_DOCUMENT_FRAME, perMessageDeflate: false });
  const budget = openBudget(now);
  const missed = new WeakMap<WebSocket, number>();

  const admit = async (socket: WebSocket, path: string, request: IncomingMessage): Promise<void> => {
    const [name = '', query = ''] = path.split('?', 2);
    const session = await sessions.of(request);
    if (!session) return goodbye(socket, 'signedOut');
    const ref = parseDocumentName(name);
    if (!ref) return goodbye(socket, 'notFound');
    if (!budget.take(session.memberId, OPENING)) return goodbye(socket, 'tooMany');
    const device = deviceOn(socket, session, name as Device['name'], ref);
    socket.on('close', () => device.left());
    socket.on('message', (bytes: Buffer, isBinary) => {
      if (device.closed) return;
      const within = budget.take(session.memberId, 1 + Math.floor(bytes.byteLength / 1024));
      if (!within) device.close('tooMany');
      else documents.hear(device, isBinary ? bytes : NOTHING);
    });
    await documents.enter(device, new URLSearchParams(query).get('of'));
  };

  const upgraded = (socket: WebSocket, request: IncomingMessage): void => {
    missed.set(socket, 0);
    socket.on('pong', () => missed.set(socket, 0));
    // What breaks the protocol, as a frame that is too large does, ws answers itself with the code that says so.
    socket.on('error', () => undefined);
    // What the client says meanwhile waits in the kernel until the document is there.
    socket.pause();
    admit(socket, (request.url ?? '').slice(DOCUMENT_PATH.length), request)
      .catch((error: unknown) => {
        log.error({ error }, 'A document could not be opened.');
        goodbye(socket, 'notSaved');
      })
      .finally(() => socket.resume());
  };

  http.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const { url = '' } = request;
    if (url.startsWith(`${SOCKET_PATH}/`)) return;
    stream.on('error', () => undefined);
    if (!url.startsWith(DOCUMENT_PATH)) return void stream.destroy();
    if (!isOurs(request.headers.origin)) return void stream.end(FORBIDDEN);
    server.handleUpgrade(request, stream, head, (socket) => upgraded(socket, request));
  });

  const pings = setInterval(() => {
    for (const socket of server.clients) {
      const count = missed.get(socket) ?? 0;
      missed.set(socket, count + 1);
      if (count >= MISSED) socket.terminate();
      else if (socket.readyState === socket.OPEN) socket.ping();
    }
  }, PING_EVERY);
  return () => clearInterval(pings);
}

const FORBIDDEN = 'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';
/** Text where bytes belong: read like any message that says nothing. */
const NOTHING = new Uint8Array();

const deviceOn = (socket: WebSocket, session: Session, name: Device['name'], ref: Device['ref']): Device =>
  new Device({
    session,
    name,
    ref,
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
