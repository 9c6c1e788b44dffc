import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCouple, accepted, begin, type Couple, open, playTo } from '../kit/couple.ts';
import { newCommandId, Person } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

describe('a command sent again', () => {
  let server: TestServer;
  let couple: Couple;
  let conversationId: string;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    couple = await aCouple(server);
    conversationId = await open(couple, 'heard');
    await begin(couple, conversationId);
  });

  /** Everything that is recorded, as a fresh device of this person reads it. */
  const recorded = async (person: Person) => {
    const reader = await new Person(server.origin, person.cookie).connect();
    await reader.follow('conversation', conversationId);
    reader.disconnect();
    return reader.seen;
  };
  const share: ConversationCommand = { type: 'Contribute', turnId: 't4', answer: { text: { text: 'Only once.' } } };

  it('WR2 is answered as the first time and recorded once, however often it comes at once', async () => {
    await playTo(server, couple, conversationId, 'share');
    const commandId = newCommandId();
    const replies = await Promise.all(Array.from({ length: 20 }, () => couple.a.do(conversationId, share, commandId)));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    accepted(replies[0] ?? { ok: false, refusal: 'unavailable' });
    expect((await recorded(couple.b)).filter(({ words }) => words?.text?.['text'] === 'Only once.')).toHaveLength(1);
  });

  it('WR2 holds after a restart and from another device of the same person', async () => {
    await playTo(server, couple, conversationId, 'share');
    const phone = await couple.a.otherDevice();
    const commandId = newCommandId();
    const first = await couple.a.do(conversationId, share, commandId);
    accepted(first);
    await server.restart();
    await couple.a.reconnect();
    await phone.connect();
    expect(await couple.a.do(conversationId, share, commandId)).toEqual(first);
    expect(await phone.do(conversationId, share, commandId)).toEqual(first);
    expect((await recorded(couple.a)).filter(({ words }) => words?.text?.['text'] === 'Only once.')).toHaveLength(1);
  });

  it('WR2 knows a commandId for its author alone: the partner’s is another wish', async () => {
    const commandId = newCommandId();
    accepted(await couple.a.do(conversationId, { type: 'Pause' }, commandId));
    const theirs = await couple.b.do(conversationId, { type: 'Return', pauseId: 'p1', stirred: 2 }, commandId);
    expect(theirs).toMatchObject({ ok: true, stream: `own/b:${conversationId}` });
  });

  it('WR2 answers a private answer, a pause and its return as the first time', async () => {
    await playTo(server, couple, conversationId, 'rate');
    const commands: ConversationCommand[] = [
      { type: 'Contribute', turnId: 't2', answer: { scales: { stirred: 4 } } },
      { type: 'Pause' },
      { type: 'SizePause', pauseId: 'p1', size: 'quiet' },
      { type: 'Return', pauseId: 'p1', stirred: 4 },
    ];
    for (const command of commands) {
      const commandId = newCommandId();
      const first = await couple.a.do(conversationId, command, commandId);
      accepted(first);
      const before = (await recorded(couple.a)).length;
      expect(await couple.a.do(conversationId, command, commandId), command.type).toEqual(first);
      expect(await recorded(couple.a)).toHaveLength(before);
    }
  });

  it('WR2 does not take a return for the next round where it was meant for this one', async () => {
    accepted(await couple.a.do(conversationId, { type: 'Pause' }));
    const commandId = newCommandId();
    const calm: ConversationCommand = { type: 'Return', pauseId: 'p1', stirred: 1 };
    const first = await couple.a.do(conversationId, calm, commandId);
    accepted(await couple.b.do(conversationId, { type: 'Return', pauseId: 'p1', stirred: 9 }));
    expect(await couple.a.do(conversationId, calm, commandId)).toEqual(first);
    await couple.a.caughtUp();
    expect(couple.a.stateOf(conversationId).pause).toMatchObject({ round: 2 });
    expect(couple.a.stateOf(conversationId).returned.a?.round).toBe(1);
  });

  it('WR2 opens one conversation, and names it again', async () => {
    const others = await aCouple(server);
    const commandId = newCommandId();
    const ask = () =>
      others.a.ask(others.spaceId, { type: 'OpenConversation', guideId: 'heard', first: 'a' }, commandId);
    const first = accepted(await ask());
    expect(first.created).toBeTruthy();
    expect(await ask()).toEqual(first);
    await server.restart();
    await others.a.reconnect({ to: 'space', id: others.spaceId });
    expect(await ask()).toEqual(first);
    expect(others.a.seen.filter(({ event }) => event.type === 'ConversationListed')).toHaveLength(1);
  });

  it('WR2 takes the same commandId for another conversation as another wish', async () => {
    const commandId = newCommandId();
    accepted(await couple.a.do(conversationId, { type: 'Pause' }, commandId));
    accepted(await couple.a.do(conversationId, { type: 'Stop' }));
    const next = await open(couple, 'five-part-check-in');
    const ready = await couple.a.do(next, { type: 'SetReady', ready: true }, commandId);
    expect(ready).toEqual({ ok: true, stream: `talk:${next}`, seq: 2 });
  });
});
