import { MemoryDocumentStore } from '@turnward/server/adapters/memory/document-store.ts';
import { MemoryEventStore } from '@turnward/server/adapters/memory/event-store.ts';
import { Connections } from '@turnward/server/conversation/connections.ts';
import { openConversations } from '@turnward/server/conversation/conversations.ts';
import { openFollow } from '@turnward/server/conversation/follow.ts';
import { appendDrafts } from '@turnward/server/events/append-drafts.ts';
import type { AnyEvent, EventStore } from '@turnward/server/ports/event-store.ts';
import { openSpaces } from '@turnward/server/space/spaces.ts';
import { opening } from '@turnward/shared/conversation/decide.ts';
import { aside } from '@turnward/shared/conversation/outcome.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import type { Drafted, Recorded } from '@turnward/shared/kernel/event.ts';
import { streamName } from '@turnward/shared/kernel/stream.ts';
import type { SpaceEvent } from '@turnward/shared/space/events.ts';
import type { EventsMessage } from '@turnward/shared/wire/protocol.ts';
import { describe, expect, it } from 'vitest';
import { aSession } from '../kit/a-session.ts';

const [spaceId, conversationId] = ['the-space', 'the-talk'];
const now = () => 1_000;
const WHISPERS = 250;

/** Counts what is unsealed. */
class Watched extends MemoryEventStore {
  unsealed: Recorded<AnyEvent>[] = [];

  override async read(...asked: Parameters<EventStore['read']>) {
    const found = await super.read(...asked);
    this.unsealed.push(...found);
    return found;
  }
}

/** A led talk in which `kim` whispered often and showed one number; `ada` follows it. */
async function aTalkOfManyWhispers({ allowance = Number.POSITIVE_INFINITY, whispers = WHISPERS } = {}) {
  const events = new Watched(new MemoryDocumentStore());
  const inSpace = (event: SpaceEvent) => ({ to: 'space' as const, event });
  const drafts: Drafted<AnyEvent>[] = [
    inSpace({ type: 'SpaceCreated', spaceId, practice: false }),
    inSpace({ type: 'MemberJoined', memberId: 'ada', role: 'facilitator' }),
    inSpace({ type: 'ConversationListed', conversationId, guideId: heard.id, openedBy: 'ada' }),
    opening({ conversationId, spaceId, guide: heard, first: 'a', lead: 'ada' }),
    ...Array.from({ length: whispers }, () =>
      aside({ type: 'Whispered', seat: 'b', from: null }, { text: { text: 'Psst.' } }),
    ),
    { to: 'aside/b', event: { type: 'RatingShown', seat: 'b' } as AnyEvent, words: { scales: { stirred: 2 } } },
  ];
  const ids = { spaceId, conversationId, author: 'seed', commandId: 'seed', at: now() };
  await events.append(appendDrafts(ids, drafts, new Map()));

  const charged: number[] = [];
  const sent: EventsMessage[] = [];
  const connections = new Connections();
  const socket = {
    emit: (_: string, message: unknown) => sent.push(message as EventsMessage),
    disconnect: () => undefined,
    conn: { readyState: 'open', writeBuffer: [], transport: {} },
  };
  const session = aSession({ idHash: 'a', expiresAt: 9_000 });
  const connection = { id: 'line', session, socket, follows: { events: new Map(), headers: new Map() } };
  connections.add(connection);
  const { follow } = openFollow({
    connections,
    conversations: openConversations(events, now),
    spaces: openSpaces(events, now),
    events,
    afford: async (_, points) => charged.push(points) > 0 && points <= allowance,
    opensForBoth: () => false,
    linesChanged: () => undefined,
    now,
  });
  const ask = (after: Record<string, number> = {}) => follow(connection, { to: 'headers', id: conversationId, after });
  return { events, ask, charged, sent };
}

describe('what a follow of headers reads', () => {
  it('CA2 is charged by the page, and nothing for whoever is nearly up to date', async () => {
    const { ask, charged } = await aTalkOfManyWhispers();
    await ask();
    await ask({ [streamName('aside/b', conversationId)]: WHISPERS - 10 });
    expect(charged).toEqual([2, 0]);
  });

  it('CA2 WR8 costs ten points at most: nobody makes a talk too long to be followed', async () => {
    const { ask, charged } = await aTalkOfManyWhispers({ whispers: 5_000, allowance: 10 });
    expect(await ask()).toMatchObject({ ok: true });
    expect(charged).toEqual([10]);
  });

  it('WR8 CA2 is not read where the allowance is used up', async () => {
    const { ask, sent } = await aTalkOfManyWhispers({ allowance: 1 });
    expect(await ask()).toEqual({ ok: false, refusal: 'too-many' });
    expect(sent).toEqual([]);
  });

  it('CA1 CA2 unseals the numbers that were shown, and no whisper', async () => {
    const { events, ask, sent } = await aTalkOfManyWhispers();
    expect(await ask()).toMatchObject({ ok: true });
    expect(events.unsealed.map(({ event }) => event.type)).toEqual(['RatingShown']);
    const came = sent.filter(({ stream }) => stream.startsWith('aside/b')).flatMap((message) => message.events);
    expect(came.map(({ seq }) => seq)).toEqual(Array.from({ length: WHISPERS + 1 }, (_, at) => at + 1));
    expect(came.at(-1)?.words).toEqual({ scales: { stirred: 2 } });
  });
});
