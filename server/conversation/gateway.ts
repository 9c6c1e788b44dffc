import type { IncomingMessage } from 'node:http';
import {
  type ClientToServer,
  type CommandEnvelope,
  type CommandReply,
  type Follow,
  MAX_FRAME,
  type Refusal,
  type ServerToClient,
  SOCKET_PATH,
  WIRE_VERSION,
} from '@turnward/shared/wire/protocol.ts';
import {
  commandEnvelopeSchema,
  followSchema,
  presenceReportSchema,
  unfollowSchema,
} from '@turnward/shared/wire/schemas.ts';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Server, type Socket } from 'socket.io';
import type { z } from 'zod';
import type { Logger } from '../log.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Session, Sessions } from '../session.ts';
import type { Spaces } from '../space/spaces.ts';
import { type Connection, type Connections, sayFarewell, spacesOf } from './connections.ts';
import type { Conversations } from './conversations.ts';
import { openFollow } from './follow.ts';
import type { Presence } from './presence.ts';
import { cut, queuedBeyond } from './slow-reader.ts';

export type LiveServer = Server<ClientToServer, ServerToClient>;

/** What a member may send in ten seconds, on all devices together; a follow costs more than other messages. */
const MESSAGES = { points: 300, duration: 10 };
/** A dead line is noticed within 13 s, so that others read "connection lost" in 15 (faults 9). In ms. */
const HEARTBEAT = { pingInterval: 5_000, pingTimeout: 8_000 };

/** Attach it to the HTTP server after whatever else answers requests there: it passes on what is not for it. */
export function openLiveServer(isOurs: (origin: string | undefined) => boolean): LiveServer {
  return new Server<ClientToServer, ServerToClient>({
    path: SOCKET_PATH,
    transports: ['websocket'],
    serveClient: false,
    destroyUpgrade: false,
    perMessageDeflate: false,
    maxHttpBufferSize: MAX_FRAME,
    ...HEARTBEAT,
    allowRequest: (request: IncomingMessage, callback) => callback(null, isOurs(request.headers.origin)),
  });
}

type Parts = {
  live: LiveServer;
  sessions: Sessions;
  connections: Connections;
  conversations: Conversations;
  spaces: Spaces;
  events: EventStore;
  presence: Presence;
  run: (session: Session, envelope: CommandEnvelope) => Promise<CommandReply>;
  /** AC9. Whether this session is too weak for what its person is there. */
  lacksFactor: (asked: Pick<Follow, 'to' | 'id'>, session: Session) => Promise<boolean>;
  /** Somebody follows a talk: for whom nobody was there before, a practice partner goes on. */
  followed: (conversationId: string) => void;
  lineOpened: (session: Session) => void;
  /** A line of this session is gone, or is about to follow less. */
  talkLeft: (session: Session) => void;
  /** Whose line leads into this space has changed. */
  linesChanged: (spaceId: string) => void;
  log: Logger;
  now: () => number;
};

/** The line of commands and events: who (session), parse (schema), rate, run, reply. It decides nothing itself. */
export function openGateway(parts: Parts): void {
  const { live, sessions, connections, presence, run, followed, lineOpened, talkLeft, linesChanged, log } = parts;
  const limiter = new RateLimiterMemory(MESSAGES);
  const afford = (memberId: string, points: number): Promise<boolean> =>
    limiter.consume(memberId, points).then(
      () => true,
      () => false,
    );
  const { follow, unfollow } = openFollow({ ...parts, afford, opensForBoth: presence.opensForBoth });

  live.use((socket, next) => {
    if (socket.handshake.auth.wire !== WIRE_VERSION) return next(new Error('wrong-version' satisfies Refusal));
    sessions.ofLocked(socket.handshake).then(
      (session) => {
        if (!session) return next(new Error('signed-out' satisfies Refusal));
        if (session.lockedAt !== null) return next(new Error('locked' satisfies Refusal));
        socket.data = session;
        next();
      },
      (error: unknown) => {
        log.error({ error }, 'A session could not be looked up.');
        next(new Error('unavailable' satisfies Refusal));
      },
    );
  });

  /** WR3. Whatever a frame holds, it gets an answer or nothing; it never gets past the schema by accident. */
  const answer =
    <Schema extends z.ZodType>(
      schema: Schema,
      handle: (connection: Connection, asked: z.infer<Schema>) => Promise<unknown>,
    ) =>
    async (connection: Connection, payload: unknown, reply?: unknown): Promise<void> => {
      const say = (answered: unknown) => void (typeof reply === 'function' && reply(answered));
      const refuse = (refusal: Refusal) => say({ ok: false, refusal });
      // WR6: whoever asks without taking the answers is a reader that does not read.
      if (queuedBeyond(connection.socket)) return cut(connection.socket);
      if (sessions.isLocked(connection.session)) return refuse('locked');
      if (!sessions.holds(connection.session)) {
        refuse('signed-out');
        return sayFarewell(connection, 'signed-out');
      }
      if (!(await afford(connection.session.memberId, 1))) return refuse('too-many'); // WR8, malformed frames included
      const parsed = schema.safeParse(payload);
      if (!parsed.success) return refuse('malformed');
      try {
        say(await handle(connection, parsed.data));
      } catch (error) {
        log.error({ error }, 'A message could not be answered.');
        refuse('unavailable');
      }
    };

  const answers = {
    command: answer(commandEnvelopeSchema, ({ session }, envelope) => {
      sessions.touch(session);
      return run(session, envelope);
    }),
    follow: answer(followSchema, async (connection, asked) => {
      const reply = await follow(connection, asked);
      if (reply.ok && asked.to === 'conversation') followed(asked.id);
      if (reply.ok && asked.to === 'space') presence.greet(connection, asked.id);
      return reply;
    }),
    unfollow: answer(unfollowSchema, async (connection, asked) => {
      talkLeft(connection.session);
      return unfollow(connection, asked);
    }),
    presence: answer(presenceReportSchema, async (connection, report) => {
      if (!report.away) sessions.touch(connection.session);
      return presence.report(connection, report);
    }),
  };

  live.on('connection', (socket) => {
    const follows = { events: new Map(), headers: new Map() };
    const connection: Connection = { id: socket.id, session: socket.data as Session, socket, follows };
    connections.add(connection);
    lineOpened(connection.session);
    forgetRequest(socket);
    for (const [name, give] of Object.entries(answers)) {
      socket.on(name as keyof typeof answers, (payload: unknown, reply?: unknown) => give(connection, payload, reply));
    }
    socket.on('disconnect', () => {
      const spaces = spacesOf(connection);
      talkLeft(connection.session);
      connections.remove(connection);
      presence.dropped(connection, spaces);
      for (const spaceId of spaces) linesChanged(spaceId);
    });
  });

  sessions.onEnd((session, reason) => {
    const lines = connections.of(session.idHash);
    if (reason === 'locked') for (const connection of lines) presence.locked(connection);
    for (const connection of lines) sayFarewell(connection, reason);
    if (reason !== 'locked') presence.ended(session);
  });
}

/** The request that opened the line has served. Its headers hold the cookie, and Engine.IO keeps it as long as the socket. */
function forgetRequest({ handshake, conn }: Socket): void {
  handshake.headers = {};
  conn.request.headers = {};
  conn.request.rawHeaders = [];
}
