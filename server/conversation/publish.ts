import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { parseStreamName, type StreamName } from '@turnward/shared/kernel/stream.ts';
import { memberOf } from '@turnward/shared/space/state.ts';
import type { EventsMessage } from '@turnward/shared/wire/protocol.ts';
import type { AnyEvent } from '../ports/event-store.ts';
import type { Sessions } from '../session.ts';
import type { Spaces } from '../space/spaces.ts';
import { mayBeTold } from './audience.ts';
import { type Connection, type Connections, type Manner, sayFarewell } from './connections.ts';
import { messageOf, type Told } from './messages.ts';
import { cut, queuedBeyond } from './slow-reader.ts';

export type Publish = (events: readonly Recorded<AnyEvent>[]) => Promise<void>;

/** Each is sent what is theirs to read, serialised once. Headers go to guests alone (CA3). */
const AUDIENCES: readonly Told[] = [
  { as: 'events', guest: false },
  { as: 'events', guest: true },
  { as: 'headers', guest: true },
];

/** Takes somebody's place in a space: what was theirs is over from this event on. */
const ENDS_A_PLACE: ReadonlySet<string> = new Set(['MemberFrozen', 'MemberLeft', 'PartnerLeft', 'SpaceDeleted']);

/**
 * Sends what was recorded to this node's followers of each stream. Before each send every follower is asked for again:
 * session still holds, still a member who may be told, not too slow (PR2).
 */
export function publisher(parts: {
  connections: Connections;
  sessions: Pick<Sessions, 'holds'>;
  spaces: Spaces;
  /** CO4. Ends what may not be looked back on alone any more. */
  lookBack: (spaceId: string) => Promise<void>;
  /** Sends to these sockets, serialised once. */
  emit: (socketIds: string[], as: Manner, message: EventsMessage) => void;
  now: () => number;
}): Publish {
  const { connections, sessions, spaces, lookBack, emit, now } = parts;

  /** ME2. Nothing of this space any more. The line stays: it may lead to other couples too. */
  const sendAway = (connection: Connection, spaceId: string) => {
    connections.leave(connection, spaceId);
    connection.socket.emit('unfollowed', { spaceId });
  };

  const sendAwayStrangers = async (spaceId: string) => {
    const { state } = await spaces.load(spaceId);
    for (const connection of [...connections.inSpace(spaceId)]) {
      if (!memberOf(state, connection.session.memberId)) sendAway(connection, spaceId);
    }
  };

  /** All followers of a stream belong to its space; the sockets of those partners, or guests, who may still be told. */
  const readersOf = async (stream: StreamName, { as, guest }: Told): Promise<string[]> => {
    const [any] = connections.followersOf(stream, as);
    const spaceId = any?.follows[as].get(stream);
    const kind = parseStreamName(stream)?.kind;
    if (spaceId === undefined || !kind) return [];
    const { state } = await spaces.load(spaceId);
    const readers: string[] = [];
    for (const connection of [...connections.followersOf(stream, as)]) {
      const member = memberOf(state, connection.session.memberId);
      if (!sessions.holds(connection.session)) sayFarewell(connection, 'signed-out');
      else if (!mayBeTold(kind, as, member)) sendAway(connection, spaceId);
      else if (queuedBeyond(connection.socket)) cut(connection.socket);
      else if (guest === (member?.role !== 'partner')) readers.push(connection.id);
    }
    return readers;
  };

  /** ME8. A talk is over, and everybody was told: its words are the couple's from here on. */
  const guestsLeave = async (conversationId: string, talk: StreamName) => {
    for (const connection of [...connections.followersOf(talk, 'events')]) {
      const { state } = await spaces.load(connection.follows.events.get(talk) ?? '');
      const guest = memberOf(state, connection.session.memberId)?.role !== 'partner';
      if (guest) connections.unfollow(connection, { to: 'conversation', id: conversationId });
    }
  };

  return async (events) => {
    for (const { stream, event } of events) {
      if (ENDS_A_PLACE.has(event.type)) await sendAwayStrangers(idIn(stream));
    }
    for (const [stream, recorded] of byStream(events)) {
      for (const told of AUDIENCES) {
        const readers = await readersOf(stream, told);
        if (readers.length > 0) emit(readers, told.as, messageOf(told, stream, recorded, now()));
      }
    }
    for (const { stream, event } of events) {
      if (event.type === 'ConsentWithdrawn') await lookBack(idIn(stream));
      if (event.type === 'ConversationEnded') await guestsLeave(idIn(stream), stream);
    }
  };
}

const idIn = (stream: StreamName): string => parseStreamName(stream)?.id ?? '';

function byStream(events: readonly Recorded<AnyEvent>[]): Map<StreamName, Recorded<AnyEvent>[]> {
  const grouped = new Map<StreamName, Recorded<AnyEvent>[]>();
  for (const event of events) {
    const group = grouped.get(event.stream);
    if (group) group.push(event);
    else grouped.set(event.stream, [event]);
  }
  return grouped;
}
