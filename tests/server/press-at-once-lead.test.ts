import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted, playTo } from '../kit/couple.ts';
import { aFacilitatedCouple, beginLed, type FacilitatedCouple, openLed } from '../kit/facilitated.ts';
import { until } from '../kit/person.ts';
import { seeded } from '../kit/seeded.ts';
import { startServer, type TestServer } from '../kit/server.ts';

type Chance = ReturnType<typeof seeded>;

const COUPLES = 10;
const ROUNDS = 100;
/** Where the two press at the same moment. From anywhere else whoever leads brings them back here. */
const LOOP = ['hear.mirror', 'hear.check', 'hear.add', 'hear.more'];
/** What ends a turn, by whoever pressed. */
const ENDS = ['Contributed', 'MovedOn', 'StepSkipped', 'SteppedBack'];

describe('whoever leads and whoever holds the floor press at once', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it(`FA10 FL3 gives one outcome each, ${COUPLES * ROUNDS} times, and never two holders (FL1)`, {
    timeout: 120_000,
  }, async () => {
    const couples = [];
    for (let at = 0; at < COUPLES; at++) couples.push(await aFacilitatedCouple(server));
    const won = await Promise.all(couples.map((couple, at) => walk(couple, seeded(at + 1))));
    // Either of them comes first often enough that this says something.
    for (const who of [0, 1]) expect(won.flat().filter((each) => each === who).length).toBeGreaterThan(ROUNDS);
  });

  /** Which of the two counted, round by round: 0 the holder, 1 whoever leads. */
  async function walk(couple: FacilitatedCouple, random: Chance): Promise<number[]> {
    const conversationId = await openLed(couple, 'heard');
    await beginLed(couple, conversationId);
    await playTo(server, couple, conversationId, 'share');
    const won: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const { turn, turns } = await backInTheLoop(couple, conversationId);
      server.advance(4_000);
      const [holder = 'a'] = turn?.holders ?? [];
      const { turnId = '', stepId = '' } = turn ?? {};
      const presses = [
        () =>
          couple[holder].do(conversationId, random.pick([answerFor(stepId, turnId), { type: 'PassFloor', turnId }])),
        () => couple.facilitator.do(conversationId, random.pick(actsFor(stepId, turnId))),
      ];
      const outcomes = await atOnce(presses, random);
      expect([...outcomes].sort()).toEqual(['accepted', 'stale-turn']);
      won.push(outcomes.indexOf('accepted'));
      await until(() => {
        for (const person of everybody(couple)) expect(person.stateOf(conversationId).turns).toBe(turns + 1);
      });
    }
    oneStory(couple, conversationId);
    for (const person of everybody(couple)) person.disconnect();
    return won;
  }

  async function backInTheLoop(couple: FacilitatedCouple, conversationId: string): Promise<ConversationState> {
    const { a, facilitator } = couple;
    for (let guard = 0; guard < 10; guard++) {
      const state = a.stateOf(conversationId);
      const { stepId = '', turnId = '' } = state.turn ?? {};
      if (LOOP.includes(stepId)) return state;
      if (stepId === 'share') {
        accepted(await facilitator.do(conversationId, { type: 'ReturnFloor', turnId }));
        accepted(await a.do(conversationId, answerFor(stepId, turnId)));
      } else accepted(await facilitator.do(conversationId, { type: 'StepBack', turnId }));
      await until(() => {
        for (const person of everybody(couple)) expect(person.stateOf(conversationId).turn?.turnId).not.toBe(turnId);
      });
    }
    throw new Error('never came back');
  }

  /** Each presses once, in an order and with a gap of chance; what came of it, in the order of `presses`. */
  async function atOnce(
    presses: (() => ReturnType<FacilitatedCouple['a']['do']>)[],
    random: Chance,
  ): Promise<string[]> {
    const outcomes: Promise<string>[] = [];
    for (const at of random.below(2) === 0 ? [0, 1] : [1, 0]) {
      const pressed = presses[at]?.() ?? expect.fail('nobody presses');
      outcomes[at] = pressed.then((reply) => (reply.ok ? 'accepted' : reply.refusal));
      for (let gap = random.below(4); gap > 0; gap--) await new Promise(setImmediate);
    }
    return Promise.all(outcomes);
  }

  const everybody = ({ a, b, facilitator }: FacilitatedCouple) => [a, b, facilitator];

  const answerFor = (stepId: string, turnId: string): ConversationCommand => {
    if (stepId === 'hear.check') return { type: 'Contribute', turnId, answer: { choice: 'not-yet' } };
    if (stepId === 'hear.more') return { type: 'Contribute', turnId, answer: { choice: 'more' } };
    const choice = stepId === 'hear.add' ? { choice: 'this-piece' } : {};
    return { type: 'Contribute', turnId, answer: { text: { text: 'Words.' }, ...choice } };
  };

  const actsFor = (stepId: string, turnId: string): ConversationCommand[] => [
    { type: 'MoveOn', turnId },
    { type: 'SkipStep', turnId, reason: 'Said already.' },
    ...(stepId === 'hear.mirror' ? [] : [{ type: 'StepBack', turnId } as const]),
  ];

  /** All read the same log without a gap; every turn began once and was ended once. */
  function oneStory(couple: FacilitatedCouple, conversationId: string): void {
    const [talk = [], ...others] = everybody(couple).map((person) =>
      person.eventsOf(conversationId).filter(({ stream }) => stream.startsWith('talk:')),
    );
    for (const other of others) expect(other).toEqual(talk);
    expect(talk.map(({ seq }) => seq)).toEqual(talk.map((_, at) => at + 1));
    const started = talk.flatMap(({ event }) => (event.type === 'TurnStarted' ? [event.turnId] : []));
    expect(started).toEqual(started.map((_, at) => `t${at + 1}`));
    const ended = talk.flatMap(({ event }) => (ENDS.includes(event.type) && 'turnId' in event ? [event.turnId] : []));
    expect(new Set(ended).size).toBe(ended.length);
    expect(ended.length).toBeGreaterThanOrEqual(ROUNDS);
  }
});
