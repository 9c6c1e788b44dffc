import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import { guideById, stepById } from '@turnward/shared/guides/all-guides.ts';
import { type Seat, streamName } from '@turnward/shared/kernel/stream.ts';
import { memberOf, openConversation, type SpaceState } from '@turnward/shared/space/state.ts';
import type { PresenceMessage, PresenceReport, PresenceState } from '@turnward/shared/wire/protocol.ts';
import type { Session } from '../session.ts';
import type { Spaces } from '../space/spaces.ts';
import { type Connection, type Connections, spacesOf } from './connections.ts';
import type { Conversations } from './conversations.ts';
import { HeldPlaces } from './held-places.ts';

/** How long somebody who dropped off reads as "lost connection" before that fades into "away" (R8: no last-seen). In ms. */
const LOST_FOR = 10 * 60_000;
/** How long somebody who opened a kept talk for both may be away, or without a line, before it is read no more. In ms. */
const BACK_WITHIN = 15_000;

export type Presence = {
  report(connection: Connection, report: PresenceReport): void;
  /**
   * Somebody came, went or did something: tell the space's followers where it shows, at most once per turn of the event
   * loop. What does not show makes no frame either, so that nobody can count private writing (PR5) or a hurried exit (R5).
   */
  changed(spaceId: string): void;
  /** Tells one who has just begun to follow. */
  greet(connection: Connection, spaceId: string): void;
  /** LK3. The page of this line is locked, and its line is about to be cut. */
  locked(connection: Connection): void;
  unlocked(session: Session): void;
  ended(session: Session): void;
  /** This line, which led into these spaces, is lost. */
  dropped(connection: Connection, spaces: ReadonlySet<string>): void;
  here(state: ConversationState): Promise<Seat[]>;
  /** CO4. Whether this member opens that kept talk for both now, on any device. */
  opensForBoth(memberId: string, spaceId: string, conversationId: string): boolean;
  snapshot(spaceId: string): Promise<PresenceMessage>;
};

/**
 * Who is in the room, coarsely: here, writing, paused, away, lost connection. Nothing of it is recorded. Everybody shows to all
 * others, guests too, with each device that follows anything of the space, or that has a document open there and follows
 * nothing (ME9). A practice partner has no device and is always here.
 */
export function openPresence(parts: {
  connections: Connections;
  /** Who has a document of the space open that others write in, too. */
  sessionsBeside: (spaceId: string) => Session[];
  spaces: Spaces;
  conversations: Conversations;
  /** SE3. */
  holds: (session: Session) => boolean;
  send: (socketIds: string[], message: PresenceMessage) => void;
  /** CO4. Somebody does not open a kept talk of this space for both any more, or is not there to. */
  togetherEnds: (spaceId: string) => void;
  failed: (error: unknown) => void;
  now: () => number;
}): Presence {
  const { connections, sessionsBeside, spaces, conversations, holds, send, togetherEnds, failed, now } = parts;
  const reports = new WeakMap<Connection, PresenceReport>();
  const lost = new Map<string, number>();
  const held = new HeldPlaces(now);
  const waiting = new Set<string>();
  /** What a space's followers were told last. */
  const told = new Map<string, string>();

  const devicesOf = (spaceId: string, memberId: string): Connection[] =>
    [...connections.inSpace(spaceId)].filter(({ session }) => session.memberId === memberId);

  /** Devices that read or write a document of the space and follow nothing: each session is one. */
  const besideOf = (spaceId: string, memberId: string): number => {
    const follows = new Set(devicesOf(spaceId, memberId).map(({ session }) => session.idHash));
    const own = sessionsBeside(spaceId).filter((session) => session.memberId === memberId);
    return new Set(own.map(({ idHash }) => idHash).filter((idHash) => !follows.has(idHash))).size;
  };

  const heldOf = (spaceId: string, memberId: string): number =>
    held.count(spaceId, memberId, new Set(devicesOf(spaceId, memberId).map(({ session }) => session.idHash)));

  /** PR5. "Writing" shows for the one who holds the floor where words are shown, and for nobody else. */
  const mayShowWriting = (state: ConversationState | undefined, seat: Seat): boolean => {
    const guide = state && guideById(state.guideId);
    const step = state?.turn && guide ? stepById(guide, state.turn.stepId) : undefined;
    return step?.visibility === 'pair' && state?.turn?.holders.length === 1 && state.turn.holders[0] === seat;
  };

  /** Follows the talk, or has one of its documents open (ME9). */
  const getsWords = (spaceId: string, talk: ConversationState | undefined, memberId: string): boolean => {
    const followers = talk ? [...connections.followersOf(streamName('talk', talk.conversationId), 'events')] : [];
    return followers.some(({ session }) => session.memberId === memberId) || besideOf(spaceId, memberId) > 0;
  };

  const brokeLately = (memberId: string) => now() - (lost.get(memberId) ?? Number.NEGATIVE_INFINITY) < LOST_FOR;

  const stateOf = (space: SpaceState, talk: ConversationState | undefined, memberId: string): PresenceState => {
    const member = memberOf(space, memberId);
    if (talk?.pause) return 'paused';
    if (member?.practice) return 'here';
    const devices = devicesOf(space.spaceId, memberId);
    // A guest is here where words of the talk reach them: not where their page says so.
    if (member?.role !== 'partner' && getsWords(space.spaceId, talk, memberId)) return 'here';
    // LK5. Whose page is locked is away, and never lost.
    const isHeld = heldOf(space.spaceId, memberId) > 0;
    if (devices.length === 0) return !isHeld && brokeLately(memberId) ? 'lost' : 'away';
    if (member?.role !== 'partner') return 'away';
    const said = devices.map((device) => reports.get(device));
    if (mayShowWriting(talk, member.seat) && said.some((report) => report?.writing)) return 'writing';
    return said.every((report) => report?.away) ? 'away' : 'here';
  };

  const snapshot = async (spaceId: string): Promise<PresenceMessage> => {
    const { state: space } = await spaces.load(spaceId);
    const open = openConversation(space);
    const talk = open && (await conversations.load(open.conversationId)).state;
    const members = space.members.map(({ memberId }) => ({
      memberId,
      state: stateOf(space, talk, memberId),
      // While paused nobody's coming and going shows: leaving quickly must look like a pause (R5).
      devices: talk?.pause
        ? 0
        : devicesOf(spaceId, memberId).length + besideOf(spaceId, memberId) + heldOf(spaceId, memberId),
    }));
    return { spaceId, members };
  };

  const changed = (spaceId: string) => {
    if (waiting.has(spaceId)) return;
    waiting.add(spaceId);
    setImmediate(() => {
      waiting.delete(spaceId);
      tell(spaceId).catch(failed);
    });
  };

  const later = (of: ReadonlySet<string>) => void setTimeout(() => of.forEach(togetherEnds), BACK_WITHIN).unref();

  const readersOf = (spaceId: string) => connections.followersOf(streamName('space', spaceId), 'events');

  const tell = async (spaceId: string): Promise<void> => {
    if (readersOf(spaceId).size === 0) return void told.delete(spaceId);
    const message = await snapshot(spaceId);
    const readers = [...readersOf(spaceId)].filter(({ session }) => holds(session)).map(({ id }) => id);
    if (readers.length === 0) return;
    const shown = JSON.stringify(message);
    if (told.get(spaceId) === shown) return;
    told.set(spaceId, shown);
    send(readers, message);
  };

  return {
    snapshot,
    changed,
    greet(connection, spaceId) {
      const greeted = (message: PresenceMessage) => {
        if (readersOf(spaceId).has(connection) && holds(connection.session))
          connection.socket.emit('presence', message);
      };
      snapshot(spaceId).then(greeted, failed);
    },
    report(connection, report) {
      const before = reports.get(connection);
      reports.set(connection, report);
      for (const spaceId of spacesOf(connection)) changed(spaceId);
      if (before?.together && !report.together) spacesOf(connection).forEach(togetherEnds);
      else if (report.together && report.away) later(spacesOf(connection));
    },
    opensForBoth: (memberId, spaceId, conversationId) =>
      devicesOf(spaceId, memberId).some((device) => {
        const said = reports.get(device);
        return said?.together === true && said.conversationId === conversationId && !said.away;
      }),
    locked: (connection) => held.hold(connection),
    unlocked({ idHash }) {
      const { spaces: of, lookIn } = held.comesBack(idHash);
      if (of.length > 0) setTimeout(() => of.forEach(changed), lookIn).unref();
    },
    ended({ idHash, memberId }) {
      const of = held.release(idHash);
      if (of.length > 0) lost.set(memberId, now());
      of.forEach(changed);
    },
    dropped(connection, of) {
      if (reports.get(connection)?.together) later(of);
      if (held.holds(connection.session.idHash)) return;
      lost.set(connection.session.memberId, now());
    },
    async here(state) {
      const { state: space } = await spaces.load(state.spaceId);
      return space.members.flatMap((member) => {
        if (member.role !== 'partner') return [];
        return member.practice || devicesOf(space.spaceId, member.memberId).length > 0 ? [member.seat] : [];
      });
    },
  };
}
