import { isWrittenTogether, keepStep } from '@turnward/shared/conversation/floor.ts';
import { LONGEST_CARD } from '@turnward/shared/documents/deck.ts';
import { GUIDES, guideById, stepById } from '@turnward/shared/guides/all-guides.ts';
import { END, type Guide, type Step } from '@turnward/shared/guides/guide.ts';
import { guideSchema } from '@turnward/shared/guides/guide-schema.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { STUCK } from '@turnward/shared/guides/macros.ts';
import { textId } from '@turnward/shared/guides/script.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { play } from '../kit/spec-log.ts';

const exits = (step: Step): string[] => [
  step.next,
  ...(step.pass === null ? [] : [step.pass]),
  ...step.choices.flatMap(({ next }) => (next ? [next] : [])),
];
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const visited = (guide: Guide) =>
  play(guide)
    .to('end')
    .read('talk')
    .flatMap(({ event }) => (event.type === 'TurnStarted' ? [event.stepId] : []));

describe.each(GUIDES.map((guide) => [guide.id, guide] as const))('the guide %s', (id, guide) => {
  it('GU1 fits the schema, and is found by its id', () => {
    expect(guideSchema.parse(guide)).toEqual(guide);
    expect(guideById(id)).toBe(guide);
  });

  it('GU1 runs from its first step to its end, whoever tells first', () => {
    for (const first of SEATS) {
      const log = play(guide, first);
      expect(log.step).toBe(guide.steps[0]);
      expect(log.to('end').state.ended?.reason).toBe('completed');
    }
  });

  it('GU1 runs to its end where every step is passed that can be', () => {
    const log = play(guide);
    for (let turn = 0; log.state.phase === 'live' && turn < 200; turn++) {
      if (log.step.pass === null) log.playTurn();
      else for (const seat of log.turn.holders) log.pass(seat);
    }
    expect(log.state.ended?.reason).toBe('completed');
  });

  it('GU1 names each step, box, number and choice once, and each step’s line of the rail', () => {
    for (const list of [guide.steps, guide.outline, ...guide.steps.flatMap((s) => [s.fields, s.scales, s.choices])]) {
      expect(new Set(ids(list)).size).toBe(list.length);
    }
    expect(new Set(guide.steps.map(({ outline }) => outline))).toEqual(new Set(ids(guide.outline)));
  });

  it('GU1 offers a way without own words wherever the responder is asked to give back or comfort', () => {
    const asked = guide.steps.filter(({ kind }) => ['mirror', 'validate', 'feel_with', 'comfort'].includes(kind));
    for (const step of asked) expect([step.id, step.starters.at(-1)]).toEqual([step.id, STUCK]);
  });

  it('GU2 leads from every step to a step or the end, by every way out', () => {
    for (const step of guide.steps) {
      for (const next of exits(step))
        expect([step.id, next === END || Boolean(stepById(guide, next))]).toEqual([step.id, true]);
    }
  });

  it('GU2 comes to every step from the first, and from every step to the end', () => {
    const reach = (from: string[], ways: (id: string) => string[]) => {
      const seen = new Set(from);
      for (const id of seen) for (const next of ways(id)) seen.add(next);
      return seen;
    };
    const forward = (stepId: string) =>
      exits(stepById(guide, stepId) ?? ({ next: END, pass: null, choices: [] } as never));
    const back = (stepId: string) => ids(guide.steps.filter((step) => exits(step).includes(stepId)));
    expect(reach(ids(guide.steps.slice(0, 1)), forward)).toEqual(new Set([...ids(guide.steps), END]));
    expect(reach([END], back)).toEqual(new Set([...ids(guide.steps), END]));
  });

  it('GU2 asks of the engine only what it does', () => {
    for (const step of guide.steps) {
      const { actor, visibility, choices, scales, fields, settleAt, pass, next } = step;
      if (visibility !== 'pair') {
        // Both answer for themselves, and where it leads depends at most on both choosing the same (TU9).
        expect([step.id, actor, choices.flatMap(({ times }) => times ?? [])]).toEqual([step.id, 'each', []]);
        if (step.kind !== 'more') expect([step.id, choices.flatMap(({ next }) => next ?? [])]).toEqual([step.id, []]);
        expect([step.id, pass ?? next]).toEqual([step.id, next]);
      }
      if (visibility === 'reveal_together') expect([step.id, scales.length, fields.length]).toEqual([step.id, 0, 1]);
      if (actor === 'both') expect([step.id, scales, step.minReadSec, pass]).toEqual([step.id, [], 0, next]);
      if (settleAt !== undefined) expect([step.id, visibility, next]).not.toEqual([step.id, 'self', END]);
      if (choices.length > 0)
        expect([step.id, choices.some(({ times, fromVisit }) => !times && !fromVisit)]).toEqual([step.id, true]);
    }
    expect(guide.steps.filter(({ kind }) => kind === 'keep').length).toBeLessThanOrEqual(1);
    expect(keepStep(guide)?.visibility ?? 'self').toBe('self');
  });

  it('GU2 asks cards that it has, at one step of each round, and offers another after both', () => {
    const { cards = [], steps } = guide;
    const asking = steps.filter(({ deck }) => deck);
    const [offer, ...more] = steps.filter(({ ifCardsLeft }) => ifCardsLeft);
    expect([cards.length > 0, Boolean(offer), more]).toEqual([asking.length > 0, asking.length > 0, []]);
    if (!offer) return;
    expect(asking.map(({ round }) => round)).toEqual([1, 2]);
    for (const { actor, visibility, pass, prompt } of asking) {
      expect([actor, visibility, pass === null, prompt]).toEqual(['sharer', 'pair', false, cards[0]?.text]);
    }
    expect(offer).toMatchObject({ actor: 'each', visibility: 'self', round: 1, kind: 'more' });
    expect(offer.choices.map(({ next }) => next)).toEqual([asking[0]?.id, undefined]);
    const before = steps.slice(0, steps.indexOf(offer));
    expect(before).toEqual(expect.arrayContaining(asking));
    expect(before.some(({ kind }) => kind === 'keep')).toBe(false);
    expect(new Set(ids(cards)).size).toBe(cards.length);
    for (const { text } of cards) expect(text.length).toBeLessThanOrEqual(LONGEST_CARD);
  });

  it('GU2 gives words that both write in one text one box, and a way to leave them', () => {
    for (const { id: stepId, visibility, fields, choices, pass, next } of guide.steps.filter(isWrittenTogether)) {
      expect([stepId, visibility, fields.length, choices, pass]).toEqual([stepId, 'pair', 1, [], next]);
    }
  });

  it('GU3 gives each partner the sharer’s steps once', () => {
    expect(guide.roles).toBe('swap');
    const walked = visited(guide);
    const ofRound = (round: 1 | 2) => {
      const steps = guide.steps.filter(
        ({ actor, ...step }) => ['sharer', 'responder'].includes(actor) && step.round === round,
      );
      return ids(steps);
    };
    expect(ofRound(1).length).toBeGreaterThan(0);
    expect(ofRound(2)).toEqual(ofRound(1).map((stepId) => `${stepId}~2`));
    expect(ofRound(2).map(textId)).toEqual(ofRound(1));
    const shared = walked.filter((stepId) => /^(share|fear)(~2)?$/.test(stepId));
    expect(shared).toHaveLength(2);
    for (const first of SEATS) {
      const log = play(guide, first).to(shared[0] ?? '');
      const [second] = log.copy().to(shared[1] ?? '').turn.holders;
      expect([log.turn.holders, second]).toEqual([[first], first === 'a' ? 'b' : 'a']);
    }
  });

  it('GU3 never leads from one round back into the other', () => {
    const order = (stepId: string) =>
      stepId === END ? guide.steps.length : guide.steps.findIndex((s) => s.id === stepId);
    for (const step of guide.steps.filter(({ round }) => round === 2)) {
      for (const next of exits(step)) {
        const to = stepById(guide, next);
        expect([step.id, next, to?.round === 2 || order(next) > order(step.id)]).toEqual([step.id, next, true]);
      }
    }
    const firstRound = guide.steps.filter(({ id, round }) => round === 1 && stepById(guide, `${id}~2`));
    for (const step of firstRound) {
      for (const next of exits(step).filter((next) => stepById(guide, next)?.round === 2)) {
        expect([step.id, order(next)]).toEqual([step.id, guide.steps.findIndex(({ round }) => round === 2)]);
      }
    }
  });
});

it('GU2 refuses a guide that does not fit: an unknown kind, an extra key, no steps', () => {
  const [step] = heard.steps;
  for (const broken of [
    { ...heard, steps: [] },
    { ...heard, secret: true },
    { ...heard, steps: [{ ...step, kind: 'argue' }] },
    { ...heard, steps: [{ ...step, actor: 'facilitator' }] },
    { ...heard, steps: [{ ...step, next: 'No Slug' }] },
  ]) {
    expect(guideSchema.safeParse(broken).success).toBe(false);
  }
});
