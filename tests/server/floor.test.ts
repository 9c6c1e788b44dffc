import type { CommandReply } from '@turnward/shared/wire/protocol.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCouple, accepted, agreed, begin, type Couple, open, playTo } from '../kit/couple.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

describe('the floor over the real line', () => {
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

  const say = (who: 'a' | 'b', turnId: string, text = 'Words.') =>
    couple[who].do(conversationId, { type: 'Contribute', turnId, answer: { text: { text } } });

  /** Runs what must be refused, and holds that neither of the two noticed anything. */
  const nothingChanges = async (refusal: string, ask: () => Promise<CommandReply>) => {
    const before = [couple.a.seen.length, couple.b.seen.length];
    expect(await ask()).toMatchObject({ ok: false, refusal });
    await couple.a.caughtUp();
    await couple.b.caughtUp();
    expect([couple.a.seen.length, couple.b.seen.length]).toEqual(before);
  };

  it("FL3 refuses a write, a pass and an approval of the one who doesn't hold the floor", async () => {
    await nothingChanges('not-your-floor', () => say('b', 't4'));
    await nothingChanges('not-your-floor', () => couple.b.do(conversationId, { type: 'PassFloor', turnId: 't4' }));
    await nothingChanges('not-your-floor', () =>
      couple.b.do(conversationId, { type: 'Approve', turnId: 't4', seq: 1 }),
    );
  });

  it.each(['t3', 't5', 't0', 'x'])('FL2 refuses a write for the turn %s, which is not this one', async (turnId) => {
    await nothingChanges('stale-turn', () => say('a', turnId));
    await nothingChanges('stale-turn', () => say('b', turnId));
  });

  it('FL8 counts an early answer by the server’s clock, and says when it opens (TU5)', async () => {
    accepted(await say('a', 't4'));
    const { turn } = await agreed(couple, conversationId);
    await nothingChanges('still-reading', () => say('b', 't5'));
    const early = await say('b', 't5');
    expect(early).toEqual({ ok: false, refusal: 'still-reading', opensAt: turn?.opensAt });
    expect((turn?.opensAt ?? 0) - (turn?.startedAt ?? 0)).toBe(4_000);
    server.advance(4_000);
    accepted(await say('b', 't5'));
  });

  it('AN1 refuses an answer that does not fit its step, and the step goes on as if nothing had been', async () => {
    const answer = (given: object) => couple.a.do(conversationId, { type: 'Contribute', turnId: 't4', answer: given });
    await nothingChanges('empty', () => answer({}));
    await nothingChanges('empty', () => answer({ text: { text: '   ' } }));
    await nothingChanges('unknown-field', () => answer({ text: { text: 'x', extra: 'y' } }));
    await nothingChanges('unknown-field', () => answer({ text: { text: 'x' }, scales: { stirred: 3 } }));
    await nothingChanges('unknown-choice', () => answer({ text: { text: 'x' }, choice: 'yes' }));
    await nothingChanges('not-your-words', () => answer({ text: { text: 'x' }, omit: [1] }));
    accepted(await say('a', 't4'));
  });

  it('FL5 leaves the floor with a holder who vanishes, and FL6 with them alone', async () => {
    couple.a.disconnect();
    await until(() => expect(states(couple)).toContain('lost'));
    await nothingChangesFor('b', 'not-your-floor', () => say('b', 't4'));
    expect(couple.b.stateOf(conversationId).turn).toMatchObject({ turnId: 't4', holders: ['a'] });
    await couple.a.reconnect({ to: 'conversation', id: conversationId });
    accepted(await say('a', 't4'));
  });

  const nothingChangesFor = async (who: 'a' | 'b', refusal: string, ask: () => Promise<CommandReply>) => {
    const before = couple[who].seen.length;
    expect(await ask()).toMatchObject({ ok: false, refusal });
    await couple[who].caughtUp();
    expect(couple[who].seen).toHaveLength(before);
  };
  const states = ({ b }: Couple) => b.presence.at(-1)?.members.map(({ state }) => state);

  it('FL9 tells both of each change of floor, in the same words-free record', async () => {
    accepted(await say('a', 't4'));
    await agreed(couple, conversationId);
    const changes = (who: 'a' | 'b') =>
      couple[who]
        .eventsOf(conversationId)
        .filter(
          ({ stream, event }) =>
            stream.startsWith('talk:') && event.type !== 'Contributed' && event.type !== 'Revealed',
        );
    expect(changes('a')).toEqual(changes('b'));
    expect(changes('a').every(({ words }) => words === undefined)).toBe(true);
  });
});
