import { openSqlite } from '@turnward/server/adapters/sqlite/open-sqlite.ts';
import { appendDrafts } from '@turnward/server/events/append-drafts.ts';
import { openFileKeys } from '@turnward/server/keys/file-key-provider.ts';
import type { AnyEvent, EventStore } from '@turnward/server/ports/event-store.ts';
import type { SessionStore } from '@turnward/server/ports/session-store.ts';
import { newSecret, type Session, sha256 } from '@turnward/server/session.ts';
import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { decide, opening } from '@turnward/shared/conversation/decide.ts';
import type { ConversationEvent, SpaceNotice } from '@turnward/shared/conversation/events.ts';
import { evolve } from '@turnward/shared/conversation/evolve.ts';
import { initialState } from '@turnward/shared/conversation/state.ts';
import { fivePartCheckIn as guide } from '@turnward/shared/guides/five-part-check-in.ts';
import { isRefused } from '@turnward/shared/kernel/decider.ts';
import type { Drafted, Recorded } from '@turnward/shared/kernel/event.ts';
import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import { decideSpace } from '@turnward/shared/space/decide.ts';
import type { SpaceEvent } from '@turnward/shared/space/events.ts';
import { evolveSpace } from '@turnward/shared/space/evolve.ts';
import { initialSpace } from '@turnward/shared/space/state.ts';
import { aSession } from '../../kit/a-session.ts';
import { wordsOf } from '../line/line.ts';

/**
 * A room as its devices know it. Device 0 is partner a's, devices 1 and 2 are partner b's; `secret` is a device's cookie. `head` is the talk's
 * last seq: the devices were there before and know what was said.
 */
export type SeededRoom = {
  spaceId: string;
  conversationId: string;
  turnId: string;
  head: number;
  devices: { secret: string; session: Session }[];
};

/** Contributions that a room's talk has before the bench begins; or it has not begun, and its deck is being arranged. */
export type Length = number | 'gathering';

const DAY = 86_400_000;
const AT_ONCE = 100;

/**
 * Fills a data folder while no server runs on it, through the real deciders and the real store: the doors let one address
 * make 30 spaces an hour, rightly. Every room whose talk has begun stands at the step `plan` of the five-part check-in, which
 * both partners may answer any number of times.
 */
export async function seedRooms(dataDir: string, lengths: readonly Length[]): Promise<SeededRoom[]> {
  const store = await openSqlite({ dataDir, keys: await openFileKeys(dataDir) });
  try {
    const rooms: SeededRoom[] = [];
    for (let from = 0; from < lengths.length; from += AT_ONCE) {
      const some = lengths.slice(from, from + AT_ONCE);
      rooms.push(...(await Promise.all(some.map((length, i) => seedRoom(store, from + i, length)))));
    }
    return rooms;
  } finally {
    await store.close();
  }
}

async function seedRoom(
  { events, sessions }: { events: EventStore; sessions: SessionStore },
  room: number,
  length: Length,
): Promise<SeededRoom> {
  const spaceId = `bench-space-${room}`;
  const conversationId = `bench-talk-${room}`;
  const inviteId = `bench-invite-${room}`;
  const member: Record<Seat, string> = { a: `bench-member-${room}-a`, b: `bench-member-${room}-b` };
  const now = Date.now();
  let commands = 0;
  let head = 0;
  let space = initialSpace;
  let talk = initialState;

  const record = async (author: string, drafts: readonly Drafted<AnyEvent>[]): Promise<Recorded<AnyEvent>[]> => {
    const commandId = `bench-seed-${room}-${commands++}`;
    const ids = { spaceId, conversationId, author, commandId, at: now };
    const appended = await events.append(appendDrafts(ids, drafts, new Map()));
    if (appended.outcome !== 'appended') throw new Error(`Seeding a room ended as ${appended.outcome}.`);
    for (const { stream, seq } of appended.events) if (stream.startsWith('talk:')) head = Math.max(head, seq);
    return appended.events;
  };
  const ask = async (author: string, drafts: readonly Drafted<AnyEvent>[]): Promise<void> => {
    for (const recorded of await record(author, drafts)) {
      if (recorded.stream.startsWith('space:')) space = evolveSpace(space, recorded as Recorded<SpaceEvent>);
      else talk = evolve(talk, recorded as Recorded<ConversationEvent>);
    }
  };
  const askSpace = (author: string, command: SpaceCommand, also: readonly Drafted<AnyEvent>[] = []) =>
    ask(author, [...agreed<SpaceEvent | SpaceNotice>(decideSpace(space, command, now)), ...also]);
  const draft = (seat: Seat, command: ConversationCommand) =>
    agreed(decide(guide, talk, command, { seat, now, here: SEATS }));
  const askTalk = (seat: Seat, command: ConversationCommand) => ask(member[seat], draft(seat, command));
  const turnId = () => talk.turn?.turnId ?? '';

  const names = { spaceName: 'Our room', memberName: 'Robin' };
  await askSpace(member.a, { type: 'CreateSpace', spaceId, memberId: member.a, practice: false, ...names });
  await askSpace(member.a, {
    type: 'MakeInvite',
    inviteId,
    by: member.a,
    via: 'link',
    expiresAt: now + DAY,
    as: { role: 'partner', seat: 'b' },
  });
  await askSpace(member.b, { type: 'AcceptInvite', inviteId, memberId: member.b, memberName: 'Kim' });
  await askSpace(member.a, { type: 'ListConversation', conversationId, guideId: guide.id, by: member.a }, [
    opening({ conversationId, spaceId, guide, first: 'a' }),
  ]);
  const talkFor = async (contributions: number): Promise<void> => {
    for (const seat of SEATS) await askTalk(seat, { type: 'SetReady', ready: true });
    await askTalk('a', { type: 'Begin' });
    for (const seat of SEATS) {
      await askTalk(seat, { type: 'Contribute', turnId: turnId(), answer: { scales: { stirred: 3 } } });
    }
    for (const seat of SEATS) await askTalk(seat, { type: 'PassFloor', turnId: turnId() });
    if (talk.turn?.stepId !== 'plan') throw new Error(`A seeded room stands at ${talk.turn?.stepId}, not at plan.`);

    // Proposing again is the same decision each time, so the state is not folded on: ten thousand folds would take long here.
    for (let sent = 0; sent < contributions; sent += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, contributions - sent) }, (_, i) => sent + i);
      await Promise.all(
        some.map((n) => {
          const seat = n % 2 === 0 ? 'a' : 'b';
          const answer = { text: { text: wordsOf(n) } };
          return record(member[seat], draft(seat, { type: 'Contribute', turnId: turnId(), answer }));
        }),
      );
    }
  };
  if (length !== 'gathering') await talkFor(length);

  const devices = ([member.a, member.b, member.b] as const).map((memberId) => {
    const secret = newSecret();
    const session: Session = aSession({ idHash: sha256(secret), memberId, createdAt: now, expiresAt: now + DAY });
    return { secret, session };
  });
  await Promise.all(devices.map(({ session }) => sessions.add(session)));
  return { spaceId, conversationId, turnId: turnId(), head, devices };
}

/** What a decider agreed to. A refusal here is a fault of the bench. */
function agreed<Event extends AnyEvent>(decision: Drafted<Event>[] | { refused: string }): Drafted<Event>[] {
  if (isRefused(decision)) throw new Error(`Seeding a room was refused: ${decision.refused}.`);
  return decision;
}
