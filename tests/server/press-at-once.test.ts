import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCouple, begin, type Couple, open, playTo } from '../kit/couple.ts';
import { type Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const COUPLES = 10;
const ROUNDS = 100;

/** Seeded, so that a run that fails can be run again. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Round and round in the loop of being heard: telling back, "not yet", the missing piece. At each of these the holder, the
 * holder's second device and the other one press at the same moment, in an order and with gaps of chance.
 */
describe('both press at once', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it(`FL3 gives one handoff each, ${COUPLES * ROUNDS} times, and never two holders (FL1)`, {
    timeout: 60_000,
  }, async () => {
    const couples = await Promise.all(Array.from({ length: COUPLES }, () => aCouple(server)));
    await Promise.all(couples.map((couple, at) => loop(couple, chance(at + 1))));
  });

  async function loop(couple: Couple, random: () => number): Promise<void> {
    const conversationId = await open(couple, 'heard');
    const second = { a: await couple.a.otherDevice(), b: await couple.b.otherDevice() };
    for (const seat of SEATS) await second[seat].connect();
    await begin(couple, conversationId);
    await playTo(server, couple, conversationId, 'hear.mirror');
    server.advance(4_000);
    const { turns } = couple.a.stateOf(conversationId);
    for (let round = 1; round <= ROUNDS; round++) {
      const { turn } = couple.a.stateOf(conversationId);
      const command = answerFor(turn?.stepId ?? '', turn?.turnId ?? '');
      const holder = turn?.holders[0] ?? 'a';
      const other = holder === 'a' ? 'b' : 'a';
      const pressers = [couple[holder], second[holder], couple[other]];
      const outcomes = await pressAll(pressers, conversationId, command, random);
      expect(outcomes.slice(0, 2).sort()).toEqual(['accepted', 'stale-turn']);
      expect(['not-your-floor', 'stale-turn']).toContain(outcomes[2]);
      await until(() => {
        for (const seat of SEATS) expect(couple[seat].stateOf(conversationId).turns).toBe(turns + round);
      });
      server.advance(4_000);
    }
    holdersAlternate(couple, conversationId);
    for (const device of [couple.a, couple.b, second.a, second.b]) device.disconnect();
  }

  /** Each presses once, in an order of chance; what came of it, in the order of `pressers`. */
  async function pressAll(
    pressers: Person[],
    conversationId: string,
    command: ConversationCommand,
    random: () => number,
  ): Promise<string[]> {
    const order = pressers.map((person, at) => ({ person, at, when: random() })).sort((x, y) => x.when - y.when);
    const outcomes: Promise<string>[] = [];
    for (const { person, at } of order) {
      outcomes[at] = person.do(conversationId, command).then((reply) => (reply.ok ? 'accepted' : reply.refusal));
      for (let gap = Math.floor(random() * 4); gap > 0; gap--) await new Promise(setImmediate);
    }
    return Promise.all(outcomes);
  }

  const answerFor = (stepId: string, turnId: string): ConversationCommand => {
    if (stepId === 'hear.check') return { type: 'Contribute', turnId, answer: { choice: 'not-yet' } };
    const choice = stepId === 'hear.add' ? { choice: 'this-piece' } : {};
    return { type: 'Contribute', turnId, answer: { text: { text: 'Words.' }, ...choice } };
  };

  function holdersAlternate(couple: Couple, conversationId: string): void {
    const [talkOfA, talkOfB] = SEATS.map((seat) =>
      couple[seat].eventsOf(conversationId).filter(({ stream }) => stream.startsWith('talk:')),
    );
    expect(talkOfA).toEqual(talkOfB);
    expect(talkOfA?.map(({ seq }) => seq)).toEqual(talkOfA?.map((_, at) => at + 1));
    const started = talkOfA?.flatMap(({ event }) => (event.type === 'TurnStarted' ? [event] : [])) ?? [];
    expect(started.map(({ turnId }) => turnId)).toEqual(started.map((_, at) => `t${at + 1}`));
    expect(started.slice(3).every(({ holders }) => holders.length === 1)).toBe(true);
    const ended = talkOfA?.flatMap(({ event }) => (event.type === 'Contributed' ? [event.turnId] : [])) ?? [];
    expect(new Set(ended).size).toBe(ended.length);
  }
});
