import { MemoryDocumentStore } from '@turnward/server/adapters/memory/document-store.ts';
import { MemoryEventStore } from '@turnward/server/adapters/memory/event-store.ts';
import { Connections } from '@turnward/server/conversation/connections.ts';
import { openConversations } from '@turnward/server/conversation/conversations.ts';
import { openFollow } from '@turnward/server/conversation/follow.ts';
import { publisher } from '@turnward/server/conversation/publish.ts';
import { commandRunner } from '@turnward/server/conversation/run-command.ts';
import { appendDrafts } from '@turnward/server/events/append-drafts.ts';
import { serialByKey } from '@turnward/server/events/serial.ts';
import type { AnyEvent, Append, AppendResult, EventStore } from '@turnward/server/ports/event-store.ts';
import { openSpaces } from '@turnward/server/space/spaces.ts';
import { opening } from '@turnward/shared/conversation/decide.ts';
import { aside } from '@turnward/shared/conversation/outcome.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import type { Drafted } from '@turnward/shared/kernel/event.ts';
import type { SpaceEvent } from '@turnward/shared/space/events.ts';
import { describe, expect, it } from 'vitest';
import { aSession } from '../kit/a-session.ts';
import { aDeepLock } from '../kit/fit.ts';

const [spaceId, conversationId] = ['the-space', 'the-talk'];
const now = () => 1_000;

/** Something of somebody else's happens right before the next append, or the next read but so many. */
class Raced extends MemoryEventStore {
  before: (() => Promise<void>) | undefined;
  meanwhile: { reads: number; happens: () => Promise<void> } | undefined;

  override async read(...asked: Parameters<EventStore['read']>) {
    const found = await super.read(...asked);
    if (this.meanwhile && this.meanwhile.reads-- === 0) await this.meanwhile.happens();
    return found;
  }

  override async append(append: Append): Promise<AppendResult> {
    const { before } = this;
    this.before = undefined;
    await before?.();
    return super.append(append);
  }
}

/** A space with a talk that `ada` leads, as it is recorded. */
async function aLedTalk(events: EventStore) {
  let commands = 0;
  const record = async (...drafts: Drafted<AnyEvent>[]) => {
    const ids = { spaceId, conversationId, author: 'seed', commandId: `seed-${commands++}`, at: now() };
    expect(await events.append(appendDrafts(ids, drafts, new Map()))).toMatchObject({ outcome: 'appended' });
  };
  const inSpace = (event: SpaceEvent) => ({ to: 'space' as const, event });
  await record(
    inSpace({ type: 'SpaceCreated', spaceId, practice: false }),
    inSpace({ type: 'MemberJoined', memberId: 'robin', role: 'partner', seat: 'a' }),
    inSpace({ type: 'MemberJoined', memberId: 'kim', role: 'partner', seat: 'b' }),
    inSpace({ type: 'MemberJoined', memberId: 'ada', role: 'facilitator' }),
    inSpace({ type: 'ConversationListed', conversationId, guideId: heard.id, openedBy: 'ada' }),
    opening({ conversationId, spaceId, guide: heard, first: 'a', lead: 'ada' }),
    aside({ type: 'Whispered', seat: 'b', from: null }, { text: { text: 'Psst.' } }),
  );
  return { freeze: () => record(inSpace({ type: 'MemberFrozen', memberId: 'ada', by: 'robin' })) };
}

describe('a guest’s place', () => {
  it('ME2 nothing that they do is recorded after it was taken, not even what was on its way', async () => {
    const events = new Raced(new MemoryDocumentStore());
    const { freeze } = await aLedTalk(events);
    const spaces = openSpaces(events, now);
    const run = commandRunner({
      events,
      conversations: openConversations(events, now),
      spaces,
      lock: aDeepLock(events, spaces, now),
      serial: serialByKey(),
      here: async () => [],
      written: async () => ({}),
      publish: async () => undefined,
      now,
    });
    events.before = freeze;
    const admit = { type: 'Admit', seat: 'a' } as const;
    const reply = await run({ memberId: 'ada', conversationId, commandId: 'on-its-way-already', command: admit });
    expect(reply).toEqual({ ok: false, refusal: 'not-found' });
    expect((await events.headers(`talk:${conversationId}`, 0)).map(({ event }) => event.type)).toEqual([
      'ConversationOpened',
    ]);
    // FA2: what only the server says is not theirs to say, whoever they are.
    const note = { type: 'NoteLead', here: false } as const;
    const said = await run({ memberId: 'kim', conversationId, commandId: 'said-by-a-partner', command: note });
    expect(said).toEqual({ ok: false, refusal: 'not-yours-to-do' });
    // FA9: what the server says of whoever led still goes in.
    const noted = await run({
      memberId: 'ada',
      conversationId,
      commandId: 'said-by-the-server',
      command: note,
      as: 'server',
    });
    expect(noted).toEqual({ ok: true, stream: `talk:${conversationId}`, seq: 2 });
  });

  it('ME2 nothing that they do is recorded where their place was taken while it was being looked at', async () => {
    const events = new MemoryEventStore(new MemoryDocumentStore());
    const { freeze } = await aLedTalk(events);
    const spaces = openSpaces(events, now);
    const [arrived, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const run = commandRunner({
      events,
      conversations: openConversations(events, now),
      spaces,
      lock: aDeepLock(events, spaces, now),
      serial: serialByKey(),
      here: async () => [],
      written: async () => {
        arrived.resolve();
        await gate.promise;
        return {};
      },
      publish: async () => undefined,
      now,
    });
    const admit = { type: 'Admit', seat: 'a' } as const;
    const reply = run({ memberId: 'ada', conversationId, commandId: 'behind-the-gate', command: admit });
    await arrived.promise;
    await freeze();
    spaces.apply(spaceId, await events.headers(`space:${spaceId}`, 5));
    gate.resolve();
    expect(await reply).toEqual({ ok: false, refusal: 'not-found' });
    expect(await events.headers(`talk:${conversationId}`, 1)).toEqual([]);
  });

  it.each([0, 1, 2])('ME2 who is sent away during read %i of catching up gets nothing more', async (reads) => {
    const events = new Raced(new MemoryDocumentStore());
    const { freeze } = await aLedTalk(events);
    const [conversations, spaces, connections] = [
      openConversations(events, now),
      openSpaces(events, now),
      new Connections(),
    ];
    const sent: string[] = [];
    const line = { readyState: 'open', writeBuffer: [], transport: {} };
    const socket = {
      emit: (name: string, ..._: unknown[]) => sent.push(name),
      disconnect: () => undefined,
      conn: line,
    };
    const session = aSession({ idHash: 'a', expiresAt: 9_000 });
    const connection = { id: 'line', session, socket, follows: { events: new Map(), headers: new Map() } };
    connections.add(connection);
    const publish = publisher({
      connections,
      sessions: { holds: () => true },
      spaces,
      lookBack: async () => undefined,
      emit: () => sent.push('published'),
      now,
    });
    const happens = async () => {
      await freeze();
      const frozen = await events.headers(`space:${spaceId}`, 5);
      spaces.apply(spaceId, frozen);
      await publish(frozen);
    };
    const { follow } = openFollow({
      connections,
      conversations,
      spaces,
      events,
      afford: async () => true,
      opensForBoth: () => false,
      linesChanged: () => undefined,
      now,
    });
    events.meanwhile = { reads, happens };
    const reply = await follow(connection, { to: 'conversation', id: conversationId, after: {} });
    expect(reply).toEqual({ ok: false, refusal: 'not-found' });
    expect(sent).toEqual(reads === 0 ? ['unfollowed'] : ['events', 'unfollowed']);
    expect(connections.inSpace(spaceId).size).toBe(0);
  });
});
