import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCouple, accepted, agreed, begin, type Couple, open, playTo } from '../kit/couple.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

describe('a pause over the real line', () => {
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
    await playTo(server, couple, conversationId, 'share');
  });

  const write = () =>
    couple.a.do(conversationId, { type: 'Contribute', turnId: 't4', answer: { text: { text: 'Words.' } } });
  const comeBack = (who: 'a' | 'b', stirred: number) =>
    couple[who].do(conversationId, { type: 'Return', pauseId: 'p1', stirred });
  const states = (who: 'a' | 'b') => couple[who].presence.at(-1)?.members.map(({ state }) => state);

  it.each(['a', 'b'] as const)(
    'PA1 is there for both at once where %s presses, and PA2 locks every input',
    async (who) => {
      accepted(await couple[who].do(conversationId, { type: 'Pause' }));
      const { pause, turn } = await agreed(couple, conversationId);
      expect(pause).toMatchObject({ pauseId: 'p1', by: who });
      expect(turn).toMatchObject({ turnId: 't4', holders: ['a'] });
      expect(await write()).toEqual({ ok: false, refusal: 'paused' });
      const pass = { type: 'PassFloor', turnId: 't4' } as const;
      expect(await couple.a.do(conversationId, pass)).toEqual({ ok: false, refusal: 'paused' });
      await until(() => {
        for (const seat of ['a', 'b'] as const) expect(states(seat)).toEqual(['paused', 'paused']);
      });
    },
  );

  it('PA1 is one pause where both press at once', async () => {
    await Promise.all((['a', 'b'] as const).map((seat) => couple[seat].do(conversationId, { type: 'Pause' })));
    await agreed(couple, conversationId);
    for (const seat of ['a', 'b'] as const) {
      await couple[seat].caughtUp();
      expect(couple[seat].seen.filter(({ event }) => event.type === 'Paused')).toHaveLength(1);
    }
  });

  it('PA9 survives a restart, and PA4 returns to the same step and holder', async () => {
    const before = couple.a.stateOf(conversationId).turn;
    accepted(await couple.b.do(conversationId, { type: 'Pause' }));
    accepted(await comeBack('b', 2));
    await server.restart();
    for (const seat of ['a', 'b'] as const) {
      await couple[seat].reconnect({ to: 'space', id: couple.spaceId }, { to: 'conversation', id: conversationId });
    }
    expect(couple.a.stateOf(conversationId).pause).toMatchObject({ pauseId: 'p1', by: 'b' });
    expect(await write()).toEqual({ ok: false, refusal: 'paused' });
    accepted(await comeBack('a', 6));
    const { pause, turn } = await agreed(couple, conversationId);
    expect([pause, turn]).toEqual([null, before]);
    accepted(await write());
  });

  it('PA6 keeps a break of 20 minutes by the server’s clock', async () => {
    accepted(await couple.a.do(conversationId, { type: 'Pause' }));
    const followed = await couple.a.follow('space', couple.spaceId);
    const now = followed.ok ? followed.now : 0;
    const size = (minutes: number) =>
      couple.a.do(conversationId, {
        type: 'SizePause',
        pauseId: 'p1',
        size: 'break',
        returnAt: now + minutes * 60_000,
      });
    expect(await size(19)).toEqual({ ok: false, refusal: 'break-too-short' });
    expect(await size(24 * 60 + 1)).toEqual({ ok: false, refusal: 'break-too-long' });
    accepted(await size(30));
    expect(await comeBack('a', 1)).toEqual({ ok: false, refusal: 'break-not-over' });
    server.advance(20 * 60_000);
    accepted(await comeBack('a', 1));
  });

  it('PA8 goes on for both where one of them is not calm, and neither learns who', async () => {
    accepted(await couple.a.do(conversationId, { type: 'Pause' }));
    accepted(await comeBack('a', 3));
    accepted(await comeBack('b', 8));
    const { pause } = await agreed(couple, conversationId);
    expect(pause).toMatchObject({ pauseId: 'p1', round: 2 });
    await couple.a.caughtUp();
    expect(couple.a.seen.at(-1)?.event).toEqual({ type: 'PauseExtended', pauseId: 'p1', round: 2 });
  });
});
