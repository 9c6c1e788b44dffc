import { MemoryDocumentStore } from '@turnward/server/adapters/memory/document-store.ts';
import { MemoryEventStore } from '@turnward/server/adapters/memory/event-store.ts';
import { approvalsFollowEdits } from '@turnward/server/approvals-follow-edits.ts';
import { openConversations } from '@turnward/server/conversation/conversations.ts';
import { commandRunner } from '@turnward/server/conversation/run-command.ts';
import { appendDrafts } from '@turnward/server/events/append-drafts.ts';
import { serialByKey } from '@turnward/server/events/serial.ts';
import type { AnyEvent } from '@turnward/server/ports/event-store.ts';
import { openSpaces } from '@turnward/server/space/spaces.ts';
import type { ConversationEvent } from '@turnward/shared/conversation/events.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import type { Drafted } from '@turnward/shared/kernel/event.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import type { SpaceEvent } from '@turnward/shared/space/events.ts';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { aDeepLock } from '../kit/fit.ts';
import { until } from '../kit/person.ts';

const [spaceId, conversationId, turnId] = ['the-space', 'the-talk', 't1'];
const now = () => 1_000;

/** A talk where both have approved what both wrote; a facilitator was there, and is frozen. */
async function approvedByBoth() {
  const events = new MemoryEventStore(new MemoryDocumentStore());
  const inSpace = (event: SpaceEvent) => ({ to: 'space' as const, event });
  const inTalk = (event: ConversationEvent) => ({ to: 'talk' as const, event });
  const guideId = reachAndRespond.id;
  const turn = { turnId, stepId: 'story', holders: [...SEATS], opensAt: 0 };
  const drafts: Drafted<AnyEvent>[] = [
    inSpace({ type: 'SpaceCreated', spaceId, practice: false }),
    inSpace({ type: 'MemberJoined', memberId: 'robin', role: 'partner', seat: 'a' }),
    inSpace({ type: 'MemberJoined', memberId: 'kim', role: 'partner', seat: 'b' }),
    inSpace({ type: 'MemberJoined', memberId: 'ada', role: 'facilitator' }),
    inSpace({ type: 'ConversationListed', conversationId, guideId, openedBy: 'robin' }),
    inSpace({ type: 'MemberFrozen', memberId: 'ada', by: 'robin' }),
    inTalk({ type: 'ConversationOpened', conversationId, spaceId, guideId, first: 'a' } as ConversationEvent),
    inTalk({ type: 'ConversationBegun' }),
    inTalk({ type: 'TurnStarted', ...turn }),
    ...SEATS.map((seat) => inTalk({ type: 'VersionApproved', turnId, seat, version: 'as it was' })),
  ];
  const ids = { spaceId, conversationId, author: 'seed', commandId: 'seed', at: now() };
  await events.append(appendDrafts(ids, drafts, new Map()));

  const conversations = openConversations(events, now);
  const spaces = openSpaces(events, now);
  const serial = serialByKey();
  const failures: unknown[] = [];
  const parts = { events, conversations, spaces, lock: aDeepLock(events, spaces, now), serial, now };
  const run = commandRunner({
    ...parts,
    here: async () => [],
    written: async () => ({}),
    publish: async () => undefined,
  });
  const doc = new Y.Doc();
  doc.getText(turnId).insert(0, 'Newer words.');
  const edited = approvalsFollowEdits({
    ...parts,
    run,
    read: async (_, read) => read(doc),
    failed: (error) => failures.push(error),
  });
  const takenBack = async () => {
    const headers = await events.headers(`talk:${conversationId}`, 0);
    return headers.flatMap(({ event }) => (event.type === 'ApprovalsTakenBack' ? [event] : []));
  };
  const approvals = async () => (await conversations.load(conversationId)).state.approvals;
  return { edited, approvals, takenBack, failures, serial };
}

describe('edits by several at once', () => {
  it('TU11 take approvals back in the name of the next who edited, where the first was frozen meanwhile', async () => {
    const { edited, approvals, takenBack, failures, serial } = await approvedByBoth();
    expect(await approvals()).toEqual({ a: 'as it was', b: 'as it was' });
    const gate = Promise.withResolvers<void>();
    const ahead = serial(conversationId, () => gate.promise);
    for (const memberId of ['ada', 'kim', 'robin']) edited({ kind: 'story', conversationId }, memberId);
    gate.resolve();
    await ahead;
    await until(async () => expect(await approvals()).toEqual({}));
    expect(await takenBack()).toEqual([{ type: 'ApprovalsTakenBack', turnId, by: 'b' }]);
    expect(failures).toEqual([]);
  });
});
