import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { mayRead, parseStreamName, type StreamName } from '@turnward/shared/kernel/stream.ts';
import { memberOf } from '@turnward/shared/space/state.ts';
import type { EventsMessage } from '@turnward/shared/wire/protocol.ts';
import type { AnyEvent } from '../ports/event-store.ts';
import type { Sessions } from '../session.ts';
import type { Spaces } from '../space/spaces.ts';
import { type Connection, type Connections, sayFarewell } from './connections.ts';
import { cut, queuedBeyond } from './slow-reader.ts';

export type Publish = (events: readonly Recorded<AnyEvent>[]) => Promise<void>;

/** What comes down the line: the stream once, its events without it. */
export const eventsMessage = (
  stream: StreamName,
  events: readonly Recorded<AnyEvent>[],
  now: number,
): EventsMessage => ({
  stream,
  events: events.map(({ stream: _, ...rest }) => rest) as EventsMessage['events'],
  now,
});

/**
 * Sends what was recorded to this node's followers of each stream. Before each send every follower is asked for again:
 * session still holds, still a member who may read it, not too slow (PR2).
 */
export function publisher(parts: {
  connections: Connections;
  sessions: Sessions;
  spaces: Spaces;
  /** Sends to these sockets, serialised once. */
  emit: (socketIds: string[], message: EventsMessage) => void;
  now: () => number;
}): Publish {
  const { connections, sessions, spaces, emit, now } = parts;

  /** All followers of a stream belong to its space; who of them may still read it. */
  const readersOf = async (
    stream: StreamName,
    followers: ReadonlySet<Connection>,
  ): Promise<(of: Connection) => boolean> => {
    const [any] = followers;
    const spaceId = any?.streams.get(stream);
    const kind = parseStreamName(stream)?.kind;
    if (spaceId === undefined || !kind) return () => false;
    const { state } = await spaces.load(spaceId);
    return ({ session }) => {
      const member = memberOf(state, session.memberId);
      return member !== undefined && mayRead(kind, member);
    };
  };

  return async (events) => {
    for (const [stream, recorded] of byStream(events)) {
      const followers = connections.followersOf(stream);
      if (followers.size === 0) continue;
      const stillReads = await readersOf(stream, followers);
      const readers: string[] = [];
      for (const connection of [...followers]) {
        if (!sessions.holds(connection.session)) sayFarewell(connection, 'signed-out');
        else if (!stillReads(connection)) sayFarewell(connection, 'removed');
        else if (queuedBeyond(connection.socket)) cut(connection.socket);
        else readers.push(connection.id);
      }
      if (readers.length > 0) emit(readers, eventsMessage(stream, recorded, now()));
    }
  };
}

function byStream(events: readonly Recorded<AnyEvent>[]): Map<StreamName, Recorded<AnyEvent>[]> {
  const grouped = new Map<StreamName, Recorded<AnyEvent>[]>();
  for (const event of events) {
    const group = grouped.get(event.stream);
    if (group) group.push(event);
    else grouped.set(event.stream, [event]);
  }
  return grouped;
}
