import { talk } from '@turnward/shared/conversation/outcome.ts';
import { fivePartCheckIn } from '@turnward/shared/guides/five-part-check-in.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { ADA, facilitator, led, playLed } from '../kit/spec-log.ts';
import { NOON } from '../kit/spec-talk.ts';

const ada = facilitator(ADA);
const slow = (on = true) => ({ type: 'SetSlowMode', on }) as const;
const says = (length: number) => ({ text: { text: 'x'.repeat(length) } });
const atShare = () => playLed(heard).to('share').act({ type: 'ReturnFloor' });

describe('a smaller piece', () => {
  it('FA3 FA12 limits every box of this turn to 280 characters', () => {
    const log = atShare();
    given(log)
      .when({ type: 'AskSmaller', turnId: 't4' }, ada)
      .records(talk({ type: 'SmallerAsked', by: ADA, turnId: 't4' }));
    log.act({ type: 'AskSmaller' });
    expect(log.turn.limit).toBe(280);
    given(log)
      .when({ type: 'Contribute', turnId: 't4', answer: says(281) }, 'a')
      .refuses('too-long');
    given(log).when({ type: 'AskSmaller', turnId: 't4' }, ada).records();
    log.answer('a', says(280));
    expect(log.turn.limit).toBeUndefined();
    expect(log.answer('b', says(600)).step.id).toBe('hear.check');
  });

  it('FA12 makes no box larger than the step has it', () => {
    const log = playLed(fivePartCheckIn).to('plan').act({ type: 'AskSmaller' });
    given(log)
      .when({ type: 'Contribute', turnId: log.turn.turnId, answer: says(201) }, 'a')
      .refuses('too-long');
    expect(log.answer('a', says(200)).state.proposal).not.toBeNull();
  });

  it('FA12 holds for words that both write in one text', () => {
    const wide = reachAndRespond.steps.map((step) =>
      step.id === 'story' ? { ...step, fields: [{ id: 'text', required: true, max: 500 }] } : step,
    );
    const log = playLed({ ...reachAndRespond, steps: wide })
      .to('story')
      .act({ type: 'AskSmaller' });
    log.write('a', 'x'.repeat(281));
    expect(() => log.agree('a')).toThrow('too-long');
    expect(log.write('a', 'x'.repeat(280)).agree('a').state.approvals).toHaveProperty('a');
  });

  it('FA12 is asked where words are written that the other will read, and nowhere else', () => {
    for (const stepId of ['rate', 'ready', 'underneath', 'settle', 'hear.more']) {
      const log = playLed(reachAndRespond).to(stepId);
      given(log).when({ type: 'AskSmaller', turnId: log.turn.turnId }, ada).refuses('unknown-field');
    }
    for (const stepId of ['intend', 'fear', 'hear.mirror', 'ask', 'comfort', 'story', 'thank', 'plan']) {
      expect(playLed(reachAndRespond).to(stepId).act({ type: 'AskSmaller' }).turn.limit).toBe(280);
    }
    expect(atShare().act({ type: 'HandFloor', to: 'b' }).act({ type: 'AskSmaller' }).turn.limit).toBe(280);
  });

  it('FA12 goes with the turn: what was interrupted has its own', () => {
    const log = atShare().act({ type: 'AskSmaller' }).act({ type: 'HandFloor', to: 'b' });
    expect(log.turn.limit).toBeUndefined();
    expect(log.answer('b', says(600)).turn).toMatchObject({ turnId: 't4', limit: 280 });
    const turn = atShare().act({ type: 'HandFloor', to: 'b' }).act({ type: 'AskSmaller' }).pass('b').turn;
    expect(turn.limit).toBeUndefined();
  });
});

describe('slow mode', () => {
  it('FA3 FA12 is set and unset, while gathering too', () => {
    for (const log of [led(heard), playLed(heard)]) {
      given(log).when(slow(false), ada).records();
      given(log)
        .when(slow(), ada)
        .records(talk({ type: 'SlowModeSet', by: ADA, on: true }));
      log.lead(slow());
      given(log).when(slow(), ada).records();
      given(log)
        .when(slow(false), ada)
        .records(talk({ type: 'SlowModeSet', by: ADA, on: false }));
      expect(log.lead(slow(false)).state.slow).toBe(false);
    }
  });

  it('FA12 limits boxes to 400 and gives 15 seconds to read, from the next turn on', () => {
    const log = atShare().lead(slow());
    expect(log.turn.limit).toBeUndefined();
    log.answer('a', says(600));
    expect(log.turn).toMatchObject({ stepId: 'hear.mirror', limit: 400, opensAt: NOON + 15_000 });
    const { turnId } = log.turn;
    given(log)
      .when({ type: 'Contribute', turnId, answer: says(10) }, 'b', NOON + 14_999)
      .refuses('still-reading');
    given(log)
      .when({ type: 'Contribute', turnId, answer: says(401) }, 'b', NOON + 15_000)
      .refuses('too-long');
    log.answer('b', says(400));
    // Nothing to write at a check, and nothing that asks for time.
    expect(log.turn).toEqual({
      turnId: 't6',
      stepId: 'hear.check',
      holders: ['a'],
      startedAt: log.now,
      opensAt: log.now,
    });
    expect(log.lead(slow(false)).choose('a', 'not-yet').answer('a').turn).not.toHaveProperty('limit');
  });

  it('FA12 shortens no time that is longer, and asks for none where nothing was said', () => {
    const log = playLed(reachAndRespond).lead(slow()).to('settle');
    expect(log.turn.opensAt - log.turn.startedAt).toBe(60_000);
    const passed = playLed(heard).lead(slow()).to('hear.mirror').act({ type: 'MoveOn' }).choose('a', 'yes');
    expect(passed.choose('a', 'whole').turn).toMatchObject({ stepId: 'summary', opensAt: passed.now });
    expect(passed.answer('b').turn.opensAt - passed.now).toBe(15_000);
    const skipped = playLed(heard).lead(slow()).to('summary').pass('b');
    expect(skipped.turn).toMatchObject({ stepId: 'summary.check', opensAt: skipped.now });
  });

  it('FA12 holds for steps that are put in between', () => {
    const log = atShare().lead(slow()).act({ type: 'InsertStep', what: 'mirror', to: 'b' });
    expect(log.turn).toMatchObject({ limit: 400, opensAt: NOON + 15_000 });
    const settled = atShare().lead(slow()).act({ type: 'InsertStep', what: 'settle' });
    expect(settled.turn).not.toHaveProperty('limit');
    expect(settled.turn.opensAt).toBe(NOON + 60_000);
  });

  it('FA12 a smaller piece is smaller still', () => {
    const log = playLed(heard).lead(slow()).to('share').act({ type: 'ReturnFloor' });
    expect(log.turn.limit).toBe(400);
    expect(log.act({ type: 'AskSmaller' }).turn.limit).toBe(280);
  });
});

describe('more time', () => {
  it('FA3 is given in whole minutes, 1 to 30, and adds up', () => {
    const log = atShare();
    const give = (minutes: number) => ({ type: 'GiveTime', turnId: 't4', minutes }) as const;
    for (const minutes of [0, -1, 31, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      given(log).when(give(minutes), ada).refuses('bad-scale');
    }
    for (const minutes of [1, 30]) {
      given(log)
        .when(give(minutes), ada)
        .records(talk({ type: 'TimeGiven', by: ADA, turnId: 't4', minutes }));
    }
    const { turn } = log;
    expect(log.lead(give(5)).lead(give(2)).turn).toEqual({ ...turn, given: 7 });
    expect(log.answer('a').turn).not.toHaveProperty('given');
  });
});
