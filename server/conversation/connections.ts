import { parseStreamName, type StreamName } from '@turnward/shared/kernel/stream.ts';
import type { FarewellReason, Follow, ServerToClient } from '@turnward/shared/wire/protocol.ts';
import type { Session } from '../session.ts';

/** What the line needs of a socket: Socket.IO's own, seen through a narrow window. */
export type LiveSocket = {
  emit<Name extends keyof ServerToClient>(name: Name, ...message: Parameters<ServerToClient[Name]>): unknown;
  disconnect(close: true): unknown;
  readonly conn: object;
};

/** How a stream is followed: whole, or its headers alone (CA1). Also the name of the message that comes down. */
export type Manner = 'events' | 'headers';
const MANNERS: readonly Manner[] = ['events', 'headers'];

/** One device of one person on the line, and which streams of which spaces it follows. */
export type Connection = {
  readonly id: string;
  readonly session: Session;
  readonly socket: LiveSocket;
  /** Each stream it follows, and the space that stream belongs to. */
  readonly follows: Readonly<Record<Manner, Map<StreamName, string>>>;
};

/** Bytes that may wait for one reader; above it the reader is cut off and catches up later (WR6). */
export const MAX_QUEUED = 1024 * 1024;

/** Who follows what, on this node. */
export class Connections {
  readonly #all = new Map<string, Connection>();
  readonly #followers: Record<Manner, Map<StreamName, Set<Connection>>> = { events: new Map(), headers: new Map() };
  readonly #inSpace = new Map<string, Set<Connection>>();

  add(connection: Connection): void {
    this.#all.set(connection.id, connection);
  }

  /** Who has gone meanwhile follows nothing: nobody is here without a line (GA2). */
  follow(connection: Connection, as: Manner, stream: StreamName, spaceId: string): void {
    if (!this.#all.has(connection.id)) return;
    connection.follows[as].set(stream, spaceId);
    put(this.#followers[as], stream, connection);
    put(this.#inSpace, spaceId, connection);
  }

  /** No more of what was asked for with these words, whether or not it might still be asked for. */
  unfollow(connection: Connection, { to, id }: Pick<Follow, 'to' | 'id'>): void {
    const as = mannerOf(to);
    const isIt = (stream: StreamName) => {
      const parsed = parseStreamName(stream);
      return parsed?.id === id && (parsed.kind === 'space') === (to === 'space');
    };
    this.#drop(connection, as, [...connection.follows[as].keys()].filter(isIt));
  }

  /** No more of this space, in any manner. */
  leave(connection: Connection, spaceId: string): void {
    for (const as of MANNERS) {
      const inIt = [...connection.follows[as]].filter(([, its]) => its === spaceId);
      this.#drop(
        connection,
        as,
        inIt.map(([stream]) => stream),
      );
    }
  }

  remove(connection: Connection): void {
    for (const as of MANNERS) this.#drop(connection, as, [...connection.follows[as].keys()]);
    this.#all.delete(connection.id);
  }

  follows(connection: Connection, as: Manner, stream: StreamName): boolean {
    return connection.follows[as].has(stream);
  }

  followersOf(stream: StreamName, as: Manner): ReadonlySet<Connection> {
    return this.#followers[as].get(stream) ?? NOBODY;
  }

  /** Everybody who follows anything of this space. */
  inSpace(spaceId: string): ReadonlySet<Connection> {
    return this.#inSpace.get(spaceId) ?? NOBODY;
  }

  of(idHash: string): Connection[] {
    return [...this.#all.values()].filter(({ session }) => session.idHash === idHash);
  }

  all(): IterableIterator<Connection> {
    return this.#all.values();
  }

  #drop(connection: Connection, as: Manner, streams: readonly StreamName[]): void {
    const spaces = new Set<string>();
    for (const stream of streams) {
      const spaceId = connection.follows[as].get(stream);
      if (spaceId !== undefined) spaces.add(spaceId);
      connection.follows[as].delete(stream);
      take(this.#followers[as], stream, connection);
    }
    const still = spacesOf(connection);
    for (const spaceId of spaces) if (!still.has(spaceId)) take(this.#inSpace, spaceId, connection);
  }
}

const NOBODY: ReadonlySet<Connection> = new Set();

export const mannerOf = (to: Follow['to']): Manner => (to === 'headers' ? 'headers' : 'events');

/** The spaces that it follows anything of. */
export const spacesOf = ({ follows }: Connection): Set<string> =>
  new Set(MANNERS.flatMap((as) => [...follows[as].values()]));

/** Says why and closes; the reader gets no further event, whatever is already on its way to it. */
export function sayFarewell({ socket }: Connection, reason: FarewellReason): void {
  socket.emit('farewell', { reason });
  socket.disconnect(true);
}

function put<Key>(sets: Map<Key, Set<Connection>>, key: Key, connection: Connection): void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(connection));
}

function take<Key>(sets: Map<Key, Set<Connection>>, key: Key, connection: Connection): void {
  const set = sets.get(key);
  set?.delete(connection);
  if (set?.size === 0) sets.delete(key);
}
