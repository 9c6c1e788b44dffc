import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import type { SpaceRequest } from '@turnward/shared/space/commands.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCouple, begin, type Couple, open, playTo } from '../kit/couple.ts';
import { Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const INVENTED = 'AAAAAAAAAAAAAAAAAAAAAA';

/** Security row 25. Everything of another couple's is answered like something that does not exist, word for word. */
describe('ids of another couple', () => {
  let server: TestServer;
  let us: Couple;
  let them: Couple;
  let conversationId: string;
  let alone: Person;
  let ours: { inviteId: string; requestId: string; spaceId: string };
  beforeAll(async () => {
    server = await startServer();
    us = await aCouple(server);
    them = await aCouple(server);
    conversationId = await open(us, 'heard');
    await begin(us, conversationId);
    await playTo(server, us, conversationId, 'share');
    // A second space of ours, in which somebody waits at the door.
    alone = us.a;
    const names = { spaceName: 'Second', memberName: 'Robin', practice: false, language: 'en' };
    const { spaceId } = (await alone.door('POST', '/api/spaces', names)).body;
    await alone.follow('space', spaceId);
    const { body } = await alone.door('POST', `/api/spaces/${spaceId}/invites`, { via: 'code' });
    await new Person(server.origin).door('POST', '/api/join/code', { code: body.code, name: 'Noa' });
    const requestId = await until(() => {
      const asked = alone.seen.findLast(({ event }) => event.type === 'EntryRequested')?.event;
      if (asked?.type !== 'EntryRequested') throw new Error('nobody knocked');
      return asked.requestId;
    });
    ours = { inviteId: body.inviteId, requestId, spaceId };
  });
  afterAll(() => server.close());

  const turnId = 't4';
  const commands: ConversationCommand[] = [
    { type: 'SetReady', ready: false },
    { type: 'Begin' },
    { type: 'Contribute', turnId, answer: { text: { text: 'Not mine to say.' } } },
    { type: 'Approve', turnId, seq: 3 },
    { type: 'PassFloor', turnId },
    { type: 'Pause' },
    { type: 'SizePause', pauseId: 'p1', size: 'quiet' },
    { type: 'Return', pauseId: 'p1', stirred: 1 },
    { type: 'Stop' },
  ];
  it.each(commands)('PR6 $type on a foreign conversation is answered as on none (row 25)', async (command) => {
    const foreign = await them.a.do(conversationId, command);
    expect(foreign).toEqual({ ok: false, refusal: 'not-found' });
    expect(await them.a.do(INVENTED, command)).toEqual(foreign);
  });

  it.each(['conversation', 'space'] as const)(
    'PR6 following a foreign %s is answered as following none',
    async (to) => {
      const foreign = await them.a.follow(to, to === 'space' ? us.spaceId : conversationId);
      expect(foreign).toEqual({ ok: false, refusal: 'not-found' });
      expect(await them.a.follow(to, INVENTED)).toEqual(foreign);
      // An id of the right kind of nothing: a conversation where a space belongs, and the other way round.
      expect(await us.a.follow(to, to === 'space' ? conversationId : us.spaceId)).toEqual(foreign);
    },
  );

  it('PR6 every request to a foreign space is answered as one to none (row 25)', async () => {
    const requests: SpaceRequest[] = [
      { type: 'RevokeInvite', inviteId: ours.inviteId },
      { type: 'AdmitEntry', requestId: ours.requestId },
      { type: 'DeclineEntry', requestId: ours.requestId },
      { type: 'OpenConversation', guideId: 'heard', first: 'a' },
    ];
    for (const request of requests) {
      const foreign = await them.a.ask(ours.spaceId, request);
      expect(foreign, request.type).toEqual({ ok: false, refusal: 'not-found' });
      expect(await them.a.ask(INVENTED, request), request.type).toEqual(foreign);
    }
  });

  it('PR6 a foreign invitation or request in one’s own space is answered as one that was made up', async () => {
    const asked = async (type: 'RevokeInvite' | 'AdmitEntry' | 'DeclineEntry', id: string) =>
      them.a.ask(them.spaceId, type === 'RevokeInvite' ? { type, inviteId: id } : { type, requestId: id });
    expect(await asked('RevokeInvite', ours.inviteId)).toEqual(await asked('RevokeInvite', INVENTED));
    expect(await asked('AdmitEntry', ours.requestId)).toEqual(await asked('AdmitEntry', INVENTED));
    expect(await asked('DeclineEntry', ours.requestId)).toEqual(await asked('DeclineEntry', INVENTED));
  });

  it('PR6 the doors of a foreign space are answered as those of none', async () => {
    const door = (spaceId: string) => them.a.door('POST', `/api/spaces/${spaceId}/invites`, { via: 'link' });
    const [foreign, invented] = [await door(ours.spaceId), await door(INVENTED)];
    expect([foreign.status, foreign.text]).toEqual([404, '{"refusal":"not-found"}']);
    expect([invented.status, invented.text]).toEqual([foreign.status, foreign.text]);
  });

  it('PR1 naming a stream in "after" gives nobody a stream that is not theirs', async () => {
    const b = await new Person(server.origin, us.b.cookie).connect();
    const after = { [`own/a:${conversationId}`]: 0, [`talk:${conversationId}`]: 0, [`space:${ours.spaceId}`]: 0 };
    const reply = await b.socket.emitWithAck('follow', { to: 'conversation', id: conversationId, after });
    const streams = ['aside/b', 'own/b', 'talk'].map((kind) => `${kind}:${conversationId}`);
    expect(reply.ok && Object.keys(reply.heads).sort()).toEqual(streams);
    expect(new Set(b.seen.map(({ stream }) => stream))).toEqual(new Set(streams.slice(1)));
    b.disconnect();
  });

  it('PR6 nothing of all this reached or changed anything of ours', async () => {
    for (const person of [us.a, us.b]) {
      await person.caughtUp();
      const { turn, pause, phase } = person.stateOf(conversationId);
      expect({ phase, pause, stepId: turn?.stepId }).toEqual({ phase: 'live', pause: null, stepId: 'share' });
    }
    expect(them.a.seen.every(({ stream }) => stream === `space:${them.spaceId}`)).toBe(true);
    expect(new Set(them.a.presence.map(({ spaceId }) => spaceId))).toEqual(new Set([them.spaceId]));
  });

  it('SP3 a person who only waits at the door reads and does nothing', async () => {
    const waiting = new Person(server.origin);
    const { body } = await alone.door('POST', `/api/spaces/${ours.spaceId}/invites`, { via: 'code' });
    await waiting.door('POST', '/api/join/code', { code: body.code, name: 'Sam' });
    await waiting.connect();
    expect(await waiting.follow('space', ours.spaceId)).toEqual({ ok: false, refusal: 'not-found' });
    const admitting = { type: 'AdmitEntry', requestId: ours.requestId } as const;
    expect(await waiting.ask(ours.spaceId, admitting)).toEqual({ ok: false, refusal: 'not-found' });
    expect(waiting.seen).toEqual([]);
  });
});
