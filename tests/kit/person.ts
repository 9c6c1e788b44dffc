import { randomBytes } from 'node:crypto';
import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import type { ConversationEvent } from '@turnward/shared/conversation/events.ts';
import { evolve } from '@turnward/shared/conversation/evolve.ts';
import { type ConversationState, initialState } from '@turnward/shared/conversation/state.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { Role, StreamName } from '@turnward/shared/kernel/stream.ts';
import type { SpaceRequest } from '@turnward/shared/space/commands.ts';
import type { Joined, Me, Waiting } from '@turnward/shared/wire/doors.ts';
import {
  type ClientToServer,
  type CommandEnvelope,
  type CommandReply,
  type EventsMessage,
  type FarewellReason,
  type Follow,
  type FollowReply,
  type PresenceMessage,
  type PresenceReport,
  type Refusal,
  type SentCommand,
  type ServerToClient,
  SOCKET_PATH,
  WIRE_VERSION,
} from '@turnward/shared/wire/protocol.ts';
import { io, type Socket } from 'socket.io-client';
import { expect, vi } from 'vitest';

type AnyRecorded = EventsMessage['events'][number] & { stream: StreamName };
/** One message as it came down the line. */
export type Heard =
  | { name: 'events' | 'headers'; message: EventsMessage }
  | { name: 'unfollowed'; message: { spaceId: string } }
  | { name: 'presence'; message: PresenceMessage }
  | { name: 'farewell'; message: { reason: FarewellReason } };

export const newCommandId = (): string => randomBytes(12).toString('base64url');

/** Waits until a condition holds; fails with what was last seen. */
export const until = <Value>(condition: () => Value, timeout = 10_000): Promise<Value> =>
  vi.waitFor(condition, { timeout, interval: 10 });

/** What a door says; which of these are there depends on the door. */
type Said = {
  refusal: Refusal;
  spaceId: string;
  inviteId: string;
  expiresAt: number;
  url: string;
  code: string;
  standing: Joined['standing'];
  role: Role;
  state: Waiting['state'];
  member: Exclude<Me['member'], null>;
};
export type Opened = { status: number; headers: Headers; text: string; body: Said };

/** A person on one device: a cookie, the doors, and a socket that keeps all it was told. */
export class Person {
  readonly origin: string;
  cookie: string;
  readonly seen: AnyRecorded[] = [];
  /** What came as headers alone. */
  readonly headers: AnyRecorded[] = [];
  /** The spaces that this person was told to be no member of any more. */
  readonly unfollowed: string[] = [];
  readonly presence: PresenceMessage[] = [];
  readonly farewells: FarewellReason[] = [];
  /** Everything that came down, in the order in which it came. */
  readonly heard: Heard[] = [];
  #socket: Socket<ServerToClient, ClientToServer> | undefined;

  constructor(origin: string, cookie = '') {
    this.origin = origin;
    this.cookie = cookie;
  }

  /** Knocks at a door as a page of ours would; `headers` replace or add to what it sends. */
  async door(
    method: 'GET' | 'HEAD' | 'POST',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Opened> {
    const response = await fetch(this.origin + path, {
      method,
      headers: { origin: this.origin, cookie: this.cookie, 'content-type': 'application/json', ...headers },
      redirect: 'manual',
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) this.cookie = line.split(';')[0] ?? '';
    const text = await response.text();
    const { status, headers: answered } = response;
    return { status, headers: answered, text, body: text.startsWith('{') ? JSON.parse(text) : {} };
  }

  /** The same person on another device, by way of a device link. */
  async otherDevice(): Promise<Person> {
    const { body } = await this.door('POST', '/api/devices', { lasting: false });
    const device = new Person(this.origin);
    const joined = await device.door('POST', '/api/devices/join', { token: secretIn(body.url) });
    expect(joined.status).toBe(200);
    return device;
  }

  get socket(): Socket<ServerToClient, ClientToServer> {
    if (!this.#socket) throw new Error('not connected');
    return this.#socket;
  }

  /** Rejects with what the server says where it does not let this device in. */
  async connect({
    origin = this.origin,
    auth = { wire: WIRE_VERSION } as Record<string, unknown>,
  } = {}): Promise<this> {
    const socket: Socket<ServerToClient, ClientToServer> = io(this.origin, {
      path: SOCKET_PATH,
      transports: ['websocket'],
      auth,
      extraHeaders: { ...(origin && { origin }), cookie: this.cookie },
      forceNew: true,
      reconnection: false,
    });
    this.#socket = socket;
    for (const [name, into] of [['events', this.seen] as const, ['headers', this.headers] as const]) {
      socket.on(name, (message: EventsMessage) => {
        this.heard.push({ name, message });
        for (const event of message.events) into.push({ ...event, stream: message.stream });
      });
    }
    socket.on('unfollowed', (message) => {
      this.heard.push({ name: 'unfollowed', message });
      this.unfollowed.push(message.spaceId);
    });
    socket.on('presence', (message) => {
      this.heard.push({ name: 'presence', message });
      this.presence.push(message);
    });
    socket.on('farewell', (message) => {
      this.heard.push({ name: 'farewell', message });
      this.farewells.push(message.reason);
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return this;
  }

  /** Comes back as a device does: trying again until it is let in, for at most 10 s. */
  async reconnect(...follows: Pick<Follow, 'to' | 'id'>[]): Promise<void> {
    this.#socket?.disconnect();
    await vi.waitFor(() => this.connect(), { timeout: 10_000, interval: 20 });
    for (const { to, id } of follows) await this.follow(to, id);
  }

  get connected(): boolean {
    return this.#socket?.connected ?? false;
  }

  disconnect(): void {
    this.#socket?.disconnect();
  }

  follow(to: Follow['to'], id: string): Promise<FollowReply> {
    const after: Record<string, number> = {};
    for (const { stream, seq } of to === 'headers' ? this.headers : this.seen)
      after[stream] = Math.max(after[stream] ?? 0, seq);
    return this.socket.timeout(10_000).emitWithAck('follow', { to, id, after });
  }

  send(envelope: CommandEnvelope): Promise<CommandReply> {
    return this.socket.timeout(10_000).emitWithAck('command', envelope);
  }

  do(conversationId: string, command: ConversationCommand, commandId = newCommandId()): Promise<CommandReply> {
    // A test may say what only the server says.
    return this.send({ commandId, to: 'conversation', id: conversationId, command: command as SentCommand });
  }

  ask(spaceId: string, command: SpaceRequest, commandId = newCommandId()): Promise<CommandReply> {
    return this.send({ commandId, to: 'space', id: spaceId, command });
  }

  report(report: Partial<PresenceReport> & Pick<PresenceReport, 'conversationId'>): void {
    this.socket.emit('presence', { writing: false, away: false, ...report });
  }

  /**
   * Asks something empty and waits for the answer. Frames of one line come in order, so whatever the server had sent
   * before is here afterwards: "nothing came" can be said without waiting for it.
   */
  async caughtUp(): Promise<void> {
    const nothing = {
      commandId: newCommandId(),
      to: 'space',
      id: '-',
      command: { type: 'RevokeInvite', inviteId: '-' },
    };
    await this.send(nothing as CommandEnvelope);
  }

  /** What this person's replica would hold: each event once, streams in order, folded. */
  stateOf(conversationId: string): ConversationState {
    return this.eventsOf(conversationId).reduce(evolve, initialState);
  }

  eventsOf(conversationId: string): Recorded<ConversationEvent>[] {
    const once = new Map(this.seen.map((event) => [`${event.stream}/${event.seq}`, event]));
    return [...once.values()]
      .filter(({ stream }) => stream.endsWith(`:${conversationId}`))
      .sort((one, other) => one.seq - other.seq) as Recorded<ConversationEvent>[];
  }
}

/** The secret of a link is in its fragment. */
export const secretIn = (url: string): string => url.split('#')[1] ?? '';
