import { randomBytes } from 'node:crypto';
import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import type { ConversationEvent } from '@turnward/shared/conversation/events.ts';
import { evolve } from '@turnward/shared/conversation/evolve.ts';
import { type ConversationState, initialState } from '@turnward/shared/conversation/state.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import type { SpaceRequest } from '@turnward/shared/space/commands.ts';
import {
  type ClientToServer,
  type CommandEnvelope,
  type CommandReply,
  type EventsMessage,
  type FarewellReason,
  type Follow,
  type FollowReply,
  type PresenceMessage,
  type ServerToClient,
  SOCKET_PATH,
  WIRE_VERSION,
} from '@turnward/shared/wire/protocol.ts';
import { io, type Socket } from 'socket.io-client';
import { expect, vi } from 'vitest';

type AnyRecorded = EventsMessage['events'][number] & { stream: StreamName };

export const newCommandId = (): string => randomBytes(12).toString('base64url');

/** Waits until a condition holds; fails with what was last seen. */
export const until = <Value>(condition: () => Value): Promise<Value> =>
  vi.waitFor(condition, { timeout: 10_000, interval: 10 });

/** A person on one device: a cookie, the doors, and a socket that keeps all it was told. */
export class Person {
  readonly origin: string;
  cookie: string;
  readonly seen: AnyRecorded[] = [];
  readonly presence: PresenceMessage[] = [];
  readonly farewells: FarewellReason[] = [];
  #socket: Socket<ServerToClient, ClientToServer> | undefined;

  constructor(origin: string, cookie = '') {
    this.origin = origin;
    this.cookie = cookie;
  }

  async door(method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: any }> {
    const response = await fetch(this.origin + path, {
      method,
      headers: { origin: this.origin, cookie: this.cookie, 'content-type': 'application/json' },
      redirect: 'manual',
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) this.cookie = line.split(';')[0] ?? '';
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  }

  /** The same person on another device, by way of a device link. */
  async otherDevice(): Promise<Person> {
    const { body } = await this.door('POST', '/api/devices', { lasting: false });
    const device = new Person(this.origin);
    const joined = await device.door('POST', '/api/devices/join', { token: body.url.split('#')[1] });
    expect(joined.status).toBe(200);
    return device;
  }

  get socket(): Socket<ServerToClient, ClientToServer> {
    if (!this.#socket) throw new Error('not connected');
    return this.#socket;
  }

  async connect(): Promise<this> {
    const socket: Socket<ServerToClient, ClientToServer> = io(this.origin, {
      path: SOCKET_PATH,
      transports: ['websocket'],
      auth: { wire: WIRE_VERSION },
      extraHeaders: { origin: this.origin, cookie: this.cookie },
      forceNew: true,
      reconnection: false,
    });
    this.#socket = socket;
    socket.on('events', ({ stream, events }) => {
      for (const event of events) this.seen.push({ ...event, stream });
    });
    socket.on('presence', (message) => void this.presence.push(message));
    socket.on('farewell', ({ reason }) => void this.farewells.push(reason));
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return this;
  }

  async reconnect(...follows: Pick<Follow, 'to' | 'id'>[]): Promise<void> {
    this.#socket?.disconnect();
    await this.connect();
    for (const { to, id } of follows) await this.follow(to, id);
  }

  disconnect(): void {
    this.#socket?.disconnect();
  }

  follow(to: Follow['to'], id: string): Promise<FollowReply> {
    const after: Record<string, number> = {};
    for (const { stream, seq } of this.seen) after[stream] = Math.max(after[stream] ?? 0, seq);
    return this.socket.timeout(10_000).emitWithAck('follow', { to, id, after });
  }

  send(envelope: CommandEnvelope): Promise<CommandReply> {
    return this.socket.timeout(10_000).emitWithAck('command', envelope);
  }

  do(conversationId: string, command: ConversationCommand, commandId = newCommandId()): Promise<CommandReply> {
    return this.send({ commandId, to: 'conversation', id: conversationId, command });
  }

  ask(spaceId: string, command: SpaceRequest, commandId = newCommandId()): Promise<CommandReply> {
    return this.send({ commandId, to: 'space', id: spaceId, command });
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
