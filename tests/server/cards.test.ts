import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCouple, accepted, agreed, begin, type Couple, open, playTo, stepNow } from '../kit/couple.ts';
import { openDeck, writeStory } from '../kit/couple-documents.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

describe('cards and words written together, over the real line', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  /** Both mark these and are done; `b` marks one more. */
  async function readyFor(couple: Couple, conversationId: string, guideId: string, cardIds: string[], more: string) {
    const versions = await openDeck(couple.a, conversationId, guideId);
    const mark = (seat: Seat, cardId: string): Promise<unknown> => {
      const command = { type: 'MarkCard', cardId, version: versions.get(cardId) ?? '', ready: true } as const;
      return couple[seat].do(conversationId, command).then(accepted);
    };
    await mark('b', more);
    for (const seat of SEATS) {
      for (const cardId of cardIds) await mark(seat, cardId);
      accepted(await couple[seat].do(conversationId, { type: 'FinishMarking', done: true }));
    }
  }
  const asked = (couple: Couple, conversationId: string) =>
    couple.b
      .eventsOf(conversationId)
      .flatMap(({ event }) =>
        event.type === 'TurnStarted' && event.cardId ? [`${event.stepId} ${event.cardId}`] : [],
      );
  const atTurn = (couple: Couple, conversationId: string, command: (turnId: string) => ConversationCommand) => {
    const { turn } = couple.a.stateOf(conversationId);
    return (seat: Seat) => couple[seat].do(conversationId, command(turn?.turnId ?? '')).then(accepted);
  };
  const chooseBoth = async (couple: Couple, conversationId: string, choice: string) => {
    const chooses = atTurn(couple, conversationId, (turnId) => ({ type: 'Contribute', turnId, answer: { choice } }));
    for (const seat of SEATS) await chooses(seat);
    return agreed(couple, conversationId);
  };

  it('DK4 asks only what both are ready for, DK6 offers the next, and DK2 tells neither the other’s marks', {
    timeout: 30_000,
  }, async () => {
    const couple = await aCouple(server);
    const id = await open(couple, 'heard');
    await readyFor(couple, id, 'heard', ['close', 'hope'], 'missing');
    await begin(couple, id);
    await playTo(server, couple, id, 'another');
    expect((await chooseBoth(couple, id, 'another')).turn).toMatchObject({ stepId: 'share', holders: ['a'] });
    await playTo(server, couple, id, 'thank');
    expect(asked(couple, id)).toEqual(['share close', 'share~2 close', 'share hope', 'share~2 hope']);
    for (const [seat, foreign] of [
      ['a', 'own/b'],
      ['b', 'own/a'],
    ] as const) {
      expect(couple[seat].seen.some(({ stream }) => stream.startsWith(foreign))).toBe(false);
    }
    expect(JSON.stringify(couple.a.seen)).not.toContain('missing');
  });

  it('DK8 refuses a mark while paused, and DK1 one for other words', async () => {
    const couple = await aCouple(server);
    const id = await open(couple, 'heard');
    const versions = await openDeck(couple.a, id, 'heard');
    const mark = { type: 'MarkCard', cardId: 'close', version: versions.get('close') ?? '', ready: true } as const;
    const other = { ...mark, version: versions.get('hope') ?? '' };
    expect(await couple.a.do(id, other)).toEqual({ ok: false, refusal: 'card-changed' });
    expect(await couple.a.do(id, { ...mark, cardId: 'none' })).toEqual({ ok: false, refusal: 'unknown-card' });
    await begin(couple, id);
    accepted(await couple.b.do(id, { type: 'Pause' }));
    expect(await couple.a.do(id, mark)).toEqual({ ok: false, refusal: 'paused' });
  });

  it('TU10 records what both approved, and goes on to another card where one is left (DK6)', {
    timeout: 30_000,
  }, async () => {
    const couple = await aCouple(server);
    const id = await open(couple, 'reach-and-respond');
    await readyFor(couple, id, 'reach-and-respond', ['alone', 'again'], 'losing');
    await begin(couple, id);
    await playTo(server, couple, id, 'story~2');
    const { turn } = couple.a.stateOf(id);
    const version = await writeStory(couple.a, id, turn?.turnId ?? '', 'We slowed down.');
    const approves = atTurn(couple, id, (turnId) => ({ type: 'ApproveVersion', turnId, version }));
    for (const seat of SEATS) await approves(seat);
    const state = await until(() => {
      const now = couple.b.stateOf(id);
      expect(now.agreed).toHaveLength(1);
      return now;
    });
    expect(stepNow(state).id).toBe('another');
    const words = couple.b.seen.find(({ event }) => event.type === 'Agreed')?.words;
    expect(words).toEqual({ text: { text: 'We slowed down.' } });
  });
});
