import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import type { EventsMessage, Follow, FollowReply } from '@turnward/shared/wire/protocol.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Session } from '../session.ts';
import type { Spaces } from '../space/spaces.ts';
import { type Audience, audienceOf } from './audience.ts';
import { catchUp, PAGE } from './catch-up.ts';
import { type Connection, type Connections, mannerOf, spacesOf } from './connections.ts';
import type { Conversations } from './conversations.ts';
import { cut, queuedBeyond, readyForMore } from './slow-reader.ts';

type Parts = {
  connections: Connections;
  conversations: Conversations;
  spaces: Spaces;
  events: EventStore;
  /** Takes what a follow costs on top of its message from the member's allowance; false where it is used up (WR8). */
  afford: (memberId: string, points: number) => Promise<boolean>;
  /** Whether this member opens that kept talk for both now, on any device. */
  opensForBoth: (memberId: string, spaceId: string, conversationId: string) => boolean;
  /** AC9. Whether this session is too weak for what its person is there; nobody's, unless told otherwise. */
  lacksFactor?: (asked: Pick<Follow, 'to' | 'id'>, session: Session) => Promise<boolean>;
  /** Somebody follows something of this space now, or no more. */
  linesChanged: (spaceId: string) => void;
  now: () => number;
};

/** Points that reading a long stream costs at most: a thirtieth of what a member may send in ten seconds. */
const MOST_FOR_PAGES = 10;

const nobodyLacks = async (): Promise<boolean> => false;

/** Asking for streams, and for no more of them. */
export function openFollow(parts: Parts) {
  const { connections, events, afford, opensForBoth, lacksFactor = nobodyLacks, linesChanged, now } = parts;
  const askedBy = (asked: Pick<Follow, 'to' | 'id'>, { session }: Connection) =>
    audienceOf(asked, session.memberId, parts);

  return {
    async follow(connection: Connection, asked: Follow): Promise<FollowReply> {
      const found = await askedBy(asked, connection);
      const cost = costOf(asked.to, found) + (found ? await readFor(asked, found) : 0);
      if (!(await afford(connection.session.memberId, cost))) return refused('too-many');
      if (!found) return refused('not-found');
      // CO4, R20. Read together, or alone with the other's word.
      if (found.only && !opensForBoth(found.only.with, found.spaceId, asked.id)) return refused('needs-consent');
      if (await lacksFactor(asked, connection.session)) return refused('needs-a-factor'); // AC9
      const heads = await bringUp(connection, asked, found);
      // ME2, ME8. What was theirs when they asked need not be theirs now.
      const theirs = await askedBy(asked, connection);
      if (!theirs) connections.unfollow(connection, asked);
      linesChanged(found.spaceId);
      return theirs ? { ok: true, heads, now: now() } : refused('not-found');
    },

    unfollow(connection: Connection, asked: Pick<Follow, 'to' | 'id'>): void {
      const spaces = spacesOf(connection);
      connections.unfollow(connection, asked);
      for (const spaceId of spaces) linesChanged(spaceId);
    },
  };

  /**
   * CA2. Headers cost what is read of them: a point for each page of a stream beyond the first, up to a bound, so that a talk
   * that a partner made long can still be followed.
   */
  async function readFor(asked: Follow, { streams }: Audience): Promise<number> {
    if (asked.to !== 'headers') return 0;
    const behind = [...(await events.heads(streams))].map(([stream, head]) => head - (asked.after[stream] ?? 0));
    const pages = behind.reduce((points, count) => points + Math.max(0, Math.ceil(count / PAGE) - 1), 0);
    return Math.min(pages, MOST_FOR_PAGES);
  }

  /** Stops where they were sent away, or let go of it, while they were still reading. */
  async function bringUp(connection: Connection, asked: Follow, { spaceId, member, streams }: Audience) {
    const as = mannerOf(asked.to);
    const { socket } = connection;
    const heads: Record<string, number> = {};
    const stays = () => Object.keys(heads).every((stream) => connections.follows(connection, as, stream as StreamName));
    for (const stream of streams) {
      if (!(await askedBy(asked, connection)) || !stays()) break;
      // Followed before it is read, so that nothing falls between; what comes twice the client drops by seq.
      connections.follow(connection, as, stream, spaceId);
      const from = { as, guest: member.role !== 'partner', stream, after: asked.after[stream] ?? 0 };
      heads[stream] = await catchUp(events, from, now, {
        follows: () => connections.follows(connection, as, stream),
        send: (message: EventsMessage) => {
          if (queuedBeyond(socket)) cut(socket);
          else socket.emit(as, message);
        },
        readyForMore: () => readyForMore(socket),
      });
    }
    return heads;
  }
}

const refused = (refusal: 'not-found' | 'too-many' | 'needs-consent' | 'needs-a-factor'): FollowReply => ({
  ok: false,
  refusal,
});

/** What is read for a follow, in points. A facilitator comes back to twenty couples at once: little is read for each. */
function costOf(to: Follow['to'], found: Audience | undefined): number {
  if (!found || found.member.role === 'partner' || to === 'conversation') return 4;
  return to === 'space' ? 1 : 0;
}
