import type { IncomingMessage } from 'node:http';
import { readableStreams, type StreamName, streamName } from '@turnward/shared/kernel/stream.ts';
import { memberOf } from '@turnward/shared/space/state.ts';
import {
  type ClientToServer,
  type CommandEnvelope,
  type CommandReply,
  type EventsMessage,
  type Follow,
  type FollowReply,
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
import { catchUp } from './catch-up.ts';
import { type Connection, type Connections, sayFarewell } from './connections.ts';
import type { Conversations } from './conversations.ts';
import type { Presence } from './presence.ts';
import { cut, queuedBeyond, readyForMore } from './slow-reader.ts';

export type LiveServer = Server<ClientToServer, ServerToClient>;

/** What a member may send in ten seconds, on all devices together; following again costs more than a command. */
const MESSAGES = { points: 300, duration: 10 };
const FOLLOW_COSTS = 5;
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
  followed: (conversationId: string) => void;
  log: Logger;
  now: () => number;
};

/** The line of commands and events: who (session), parse (schema), rate, run, reply. It decides nothing itself. */
export function openGateway(parts: Parts): void {
  const { live, sessions, connections, conversations, spaces, events, presence, run, followed, log, now } = parts;
  const limiter = new RateLimiterMemory(MESSAGES);

  live.use((socket, next) => {
    if (socket.handshake.auth.wire !== WIRE_VERSION) return next(new Error('wrong-version' satisfies Refusal));
    sessions.of(socket.handshake).then(
      (session) => {
        if (!session) return next(new Error('signed-out' satisfies Refusal));
        socket.data = session;
        next();
      },
      (error: unknown) => {
        log.error({ error }, 'A session could not be looked up.');
        next(new Error('unavailable' satisfies Refusal));
      },
    );
  });

  /** Where a follow leads and which streams it may read; undefined where there is nothing for this member (PR6). */
  const streamsFor = async (
    { to, id }: Pick<Follow, 'to' | 'id'>,
    memberId: string,
  ): Promise<{ spaceId: string; streams: StreamName[] } | undefined> => {
    const spaceId = to === 'space' ? id : (await conversations.load(id)).state.spaceId;
    const member = memberOf((await spaces.load(spaceId)).state, memberId);
    if (!member) return undefined;
    return { spaceId, streams: to === 'space' ? [streamName('space', id)] : readableStreams(id, member) };
  };

  const follow = async (connection: Connection, asked: Follow): Promise<FollowReply> => {
    const found = await streamsFor(asked, connection.session.memberId);
    if (!found) return { ok: false, refusal: 'not-found' };
    const heads: Record<string, number> = {};
    for (const stream of found.streams) {
      // Followed before it is read, so that nothing falls between; what comes twice the client drops by seq.
      connections.follow(connection, stream, found.spaceId);
      const { socket } = connection;
      const send = (message: EventsMessage) => {
        if (queuedBeyond(socket)) cut(socket);
        else socket.emit('events', message);
      };
      const after = asked.after[stream] ?? 0;
      heads[stream] = await catchUp(events, stream, after, now, send, () => readyForMore(socket));
    }
    presence.changed(found.spaceId);
    if (asked.to === 'conversation') followed(asked.id);
    else presence.greet(connection, asked.id);
    return { ok: true, heads, now: now() };
  };

  const unfollow = async (connection: Connection, asked: z.infer<typeof unfollowSchema>): Promise<void> => {
    const found = await streamsFor(asked, connection.session.memberId);
    for (const stream of found?.streams ?? []) {
      connections.unfollow(connection, stream);
    }
    if (found) presence.changed(found.spaceId);
  };

  /** WR3. Whatever a frame holds, it gets an answer or nothing; it never gets past the schema by accident. */
  const answer =
    <Schema extends z.ZodType>(
      schema: Schema,
      cost: number,
      handle: (connection: Connection, asked: z.infer<Schema>) => Promise<unknown>,
    ) =>
    async (connection: Connection, payload: unknown, reply?: unknown): Promise<void> => {
      const say = (answered: unknown) => void (typeof reply === 'function' && reply(answered));
      const refuse = (refusal: Refusal) => say({ ok: false, refusal });
      // WR6: whoever asks without taking the answers is a reader that does not read.
      if (queuedBeyond(connection.socket)) return cut(connection.socket);
      if (!sessions.holds(connection.session)) {
        refuse('signed-out');
        return sayFarewell(connection, 'signed-out');
      }
      try {
        await limiter.consume(connection.session.memberId, cost);
      } catch {
        return refuse('too-many'); // WR8, malformed frames included
      }
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
    command: answer(commandEnvelopeSchema, 1, ({ session }, envelope) => run(session, envelope)),
    follow: answer(followSchema, FOLLOW_COSTS, follow),
    unfollow: answer(unfollowSchema, 1, unfollow),
    presence: answer(presenceReportSchema, 1, async (connection, report) => presence.report(connection, report)),
  };

  live.on('connection', (socket) => {
    const connection: Connection = { id: socket.id, session: socket.data as Session, socket, streams: new Map() };
    connections.add(connection);
    forgetRequest(socket);
    for (const [name, give] of Object.entries(answers)) {
      socket.on(name as keyof typeof answers, (payload: unknown, reply?: unknown) => give(connection, payload, reply));
    }
    socket.on('disconnect', () => {
      presence.dropped(connection);
      connections.remove(connection);
    });
  });

  sessions.onEnd((session) => {
    for (const connection of connections.of(session.idHash)) sayFarewell(connection, 'signed-out');
  });
}

/** The request that opened the line has served. Its headers hold the cookie, and Engine.IO keeps it as long as the socket. */
function forgetRequest({ handshake, conn }: Socket): void {
  handshake.headers = {};
  conn.request.headers = {};
  conn.request.rawHeaders = [];
}
