import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import type { FarewellReason, ServerToClient } from '@turnward/shared/wire/protocol.ts';
import type { Session } from '../session.ts';

/** What the line needs of a socket: Socket.IO's own, seen through a narrow window. */
export type LiveSocket = {
  emit<Name extends keyof ServerToClient>(name: Name, ...message: Parameters<ServerToClient[Name]>): unknown;
  disconnect(close: true): unknown;
  readonly conn: object;
};

/** One device of one person on the line, and which streams of which space it follows. */
export type Connection = {
  readonly id: string;
  readonly session: Session;
  readonly socket: LiveSocket;
  /** Each stream it follows, and the space that stream belongs to. */
  readonly streams: Map<StreamName, string>;
};

/** Bytes that may wait for one reader; above it the reader is cut off and catches up later (WR6). */
export const MAX_QUEUED = 1024 * 1024;

/** Who follows what, on this node. */
export class Connections {
  readonly #all = new Map<string, Connection>();
  readonly #followers = new Map<StreamName, Set<Connection>>();

  add(connection: Connection): void {
    this.#all.set(connection.id, connection);
  }

  /** Who has gone meanwhile follows nothing: nobody is here without a line (GA2). */
  follow(connection: Connection, stream: StreamName, spaceId: string): void {
    if (!this.#all.has(connection.id)) return;
    connection.streams.set(stream, spaceId);
    const followers = this.#followers.get(stream) ?? new Set();
    this.#followers.set(stream, followers.add(connection));
  }

  unfollow(connection: Connection, stream: StreamName): void {
    connection.streams.delete(stream);
    const followers = this.#followers.get(stream);
    followers?.delete(connection);
    if (followers?.size === 0) this.#followers.delete(stream);
  }

  remove(connection: Connection): void {
    for (const stream of [...connection.streams.keys()]) this.unfollow(connection, stream);
    this.#all.delete(connection.id);
  }

  followersOf(stream: StreamName): ReadonlySet<Connection> {
    return this.#followers.get(stream) ?? NOBODY;
  }

  of(idHash: string): Connection[] {
    return [...this.#all.values()].filter(({ session }) => session.idHash === idHash);
  }

  all(): IterableIterator<Connection> {
    return this.#all.values();
  }
}

const NOBODY: ReadonlySet<Connection> = new Set();

/** Says why and closes; the reader gets no further event, whatever is already on its way to it. */
export function sayFarewell({ socket }: Connection, reason: FarewellReason): void {
  socket.emit('farewell', { reason });
  socket.disconnect(true);
}
