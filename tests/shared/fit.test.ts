import type { FitEvent } from '@turnward/shared/fit/events.ts';
import {
  answersHold,
  decideFit,
  deepTalks,
  evolveFit,
  FIT_HOLDS,
  type FitState,
  initialFit,
} from '@turnward/shared/fit/fit.ts';
import { clears, FIT_QUESTIONS, type FitAnswers, RATHER_NOT, worries } from '@turnward/shared/fit/questions.ts';
import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT_EASE } from '../kit/fit.ts';

const NOW = 1_800_000_000_000;
const ASKED = { scripted: [], hostAsks: false, now: NOW } as const;

const record = (state: FitState, seat: Seat, answers: FitAnswers | null, at = NOW): FitState => {
  const command = answers ? ({ type: 'AnswerFit', answers } as const) : ({ type: 'ClearFit' } as const);
  const seq = (state[seat]?.seq ?? 0) + 1;
  return (decideFit(state, command, seat)?.records ?? []).reduce(
    (now, { event }) => evolveFit(now, { stream: `fit/${seat}:s1`, seq, at, event }),
    state,
  );
};
const both = (a: FitAnswers | null, b: FitAnswers | null, at = NOW): FitState =>
  record(record(initialFit, 'a', a, at), 'b', b, at);

/** Any answers at all to any of the questions. */
const anyAnswers: fc.Arbitrary<FitAnswers> = fc
  .record(
    Object.fromEntries(FIT_QUESTIONS.map(({ id, answers }) => [id, fc.constantFrom(...answers, RATHER_NOT, null)])),
  )
  .map((chosen) => Object.fromEntries(Object.entries(chosen).filter(([, answer]) => answer !== null)) as FitAnswers);

describe('the private questions', () => {
  it('R2 asks about fear, violence, control, pressure, what still goes on, a crisis and courts', () => {
    expect(FIT_QUESTIONS.map(({ id }) => id)).toEqual([
      'afraid',
      'hurt',
      'control',
      'afterwards',
      'pushed',
      'still-on',
      'crisis',
      'court',
      'facilitator',
    ]);
    expect(FIT_QUESTIONS.filter(({ worrying }) => worrying.length === 0).map(({ id }) => id)).toEqual(['facilitator']);
  });

  it('FI1 takes any of them left out, and no answer that was not offered', () => {
    expect(decideFit(initialFit, { type: 'AnswerFit', answers: {} }, 'a')?.records).toHaveLength(1);
    for (const answers of [{ afraid: 'perhaps' }, { other: 'no' }, { ...AT_EASE, hurt: 'sometimes' }] as FitAnswers[]) {
      expect(decideFit(initialFit, { type: 'AnswerFit', answers }, 'a')).toBeUndefined();
    }
  });

  it('FI4 records no answer, only what follows from it, and destroys what was kept before', () => {
    const answered = record(initialFit, 'b', AT_EASE);
    const again = decideFit(answered, { type: 'AnswerFit', answers: { afraid: 'yes' } }, 'b');
    expect(again).toEqual({
      records: [{ to: 'fit/b', event: { type: 'FitAnswered', seat: 'b', version: 1, clears: false } }],
      destroys: [{ seat: 'b', seq: 1 }],
    });
    expect(decideFit(answered, { type: 'ClearFit' }, 'b')?.destroys).toEqual([{ seat: 'b', seq: 1 }]);
    expect(decideFit(initialFit, { type: 'ClearFit' }, 'b')).toEqual({ records: [], destroys: [] });
  });

  it('FI4 has the same header for a worry, a wish, a skipped question and one that was rather not answered', () => {
    const sets: FitAnswers[] = [
      { ...AT_EASE, afraid: 'yes' },
      { ...AT_EASE, facilitator: 'yes' },
      { ...AT_EASE, hurt: RATHER_NOT },
      {},
    ];
    const headers = sets.map(
      (answers) => decideFit(initialFit, { type: 'AnswerFit', answers }, 'a')?.records[0]?.event,
    );
    expect(new Set(headers.map((header) => JSON.stringify(header))).size).toBe(1);
  });

  it('FI5 R3 leads to help for a worrying answer alone', () => {
    for (const { id, answers, worrying } of FIT_QUESTIONS) {
      for (const answer of [...answers, RATHER_NOT]) {
        expect([id, answer, worries({ ...AT_EASE, [id]: answer })]).toEqual([id, answer, worrying.includes(answer)]);
      }
    }
    expect(worries({})).toBe(false);
  });
});

describe('the way to the deep talks', () => {
  it('FI3 opens once each has answered at ease, and not before', () => {
    expect(deepTalks(initialFit, ASKED)).toBe('needs-a-facilitator');
    for (const seat of SEATS) expect(deepTalks(record(initialFit, seat, AT_EASE), ASKED)).toBe('needs-a-facilitator');
    expect(deepTalks(both(AT_EASE, AT_EASE), ASKED)).toBe('open');
  });

  it('FI3 R3 is the same closed way for every cause', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...SEATS), (answers, seat) => {
        const state = record(both(AT_EASE, AT_EASE), seat, answers);
        expect(deepTalks(state, ASKED)).toBe(clears(answers) ? 'open' : 'needs-a-facilitator');
        if (worries(answers)) expect(clears(answers)).toBe(false);
      }),
    );
    expect(deepTalks(record(both(AT_EASE, AT_EASE), 'a', null), ASKED)).toBe('needs-a-facilitator');
    expect(deepTalks(both(AT_EASE, AT_EASE), { ...ASKED, hostAsks: true })).toBe('needs-a-facilitator');
  });

  it('FI3 closes for every couple after thirty days, or with other questions', () => {
    const state = both(AT_EASE, AT_EASE);
    expect(deepTalks(state, { ...ASKED, now: NOW + FIT_HOLDS - 1 })).toBe('open');
    expect(deepTalks(state, { ...ASKED, now: NOW + FIT_HOLDS })).toBe('needs-a-facilitator');
    expect(answersHold(state, 'a', NOW + FIT_HOLDS)).toBe(false);
    const older = { type: 'FitAnswered', seat: 'a', version: 0, clears: true } as const satisfies FitEvent;
    const asBefore = evolveFit(state, { stream: 'fit/a:s1', seq: 2, at: NOW, event: older });
    expect(deepTalks(asBefore, ASKED)).toBe('needs-a-facilitator');
  });

  it('FI6 asks nothing of a practice partner, and something of the person', () => {
    const practising = { ...ASKED, scripted: ['b'] } as const;
    expect(deepTalks(initialFit, practising)).toBe('needs-a-facilitator');
    expect(deepTalks(record(initialFit, 'a', AT_EASE), practising)).toBe('open');
    expect(deepTalks(initialFit, { ...ASKED, scripted: SEATS })).toBe('open');
  });
});
