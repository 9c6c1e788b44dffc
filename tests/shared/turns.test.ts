import { talk } from '@turnward/shared/conversation/outcome.ts';
import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import { fivePartCheckIn } from '@turnward/shared/guides/five-part-check-in.ts';
import type { Guide } from '@turnward/shared/guides/guide.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { type Log, play } from '../kit/spec-log.ts';
import { NOON } from '../kit/spec-talk.ts';

const passes = (log: Log) => ({ type: 'PassFloor', turnId: log.turn.turnId }) as const;
const writes = (log: Log, text: string) =>
  ({ type: 'Contribute', turnId: log.turn.turnId, answer: { text: { text } } }) as const;
const agrees = (log: Log, seq = log.head) => ({ type: 'Approve', turnId: log.turn.turnId, seq }) as const;
const contributed = (log: Log, more: object) =>
  talk({ type: 'Contributed', turnId: log.turn.turnId, stepId: log.step.id, kind: log.step.kind, ...more } as never);

/** A guide with a joint step in the middle: one proposes, the other agrees. */
const proposing: Guide = {
  ...reachAndRespond,
  steps: reachAndRespond.steps.map((step) => (step.kind === 'story' ? { ...step, kind: 'plan' } : step)),
};

describe('turns and steps', () => {
  it('TU1 begins the next turn in the record that ends the last', () => {
    const log = play(heard).to('share');
    given(log)
      .when(writes(log, 'I waited.'), 'a')
      .records(
        talk(
          { type: 'Contributed', turnId: 't4', stepId: 'share', kind: 'share', seat: 'a' },
          { text: { text: 'I waited.' } },
        ),
        talk({ type: 'TurnStarted', turnId: 't5', stepId: 'hear.mirror', holders: ['b'], opensAt: NOON + 4000 }),
      );
  });

  it.each(SEATS)('TU2 gives the step to its actor: %s tells first, the other in the second round', (first) => {
    const second = first === 'a' ? 'b' : 'a';
    const log = play(heard, first);
    expect(log.to('share').turn.holders).toEqual([first]);
    expect(log.to('hear.mirror').turn.holders).toEqual([second]);
    expect(log.to('hear.check').turn.holders).toEqual([first]);
    expect(log.to('share~2').turn.holders).toEqual([second]);
    expect(log.to('hear.mirror~2').turn.holders).toEqual([first]);
    expect(log.to('plan').turn.holders).toEqual(['a', 'b']);
  });

  it('TU3 waits for both at a step for each, whichever of them answers last', () => {
    for (const [one, two] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const log = play(reachAndRespond).to('process');
      log.answer(one);
      expect(log.step.id).toBe('process');
      expect(log.answer(two).step.id).toBe('story');
    }
  });

  it('TU3 waits for both at a private step, one answer or one pass alone moves nobody on', () => {
    const log = play(heard).to('intend').pass('b');
    expect(log.step.id).toBe('intend');
    expect(log.answer('a').step.id).toBe('share');
    const passed = play(reachAndRespond).to('process').pass('a');
    expect(passed.step.id).toBe('process');
    expect(passed.pass('b').step.id).toBe('story');
  });

  it('TU4 lets the holder pass without words, also before the reading time is over', () => {
    const log = play(heard).to('share').answer('a');
    expect(log.now).toBeLessThan(log.turn.opensAt);
    given(log)
      .when(passes(log), 'b')
      .records(
        contributed(log, { seat: 'b', passed: true }),
        talk({ type: 'TurnStarted', turnId: 't6', stepId: 'hear.check', holders: ['a'], opensAt: NOON }),
      );
  });

  it('TU4 asks no reading time where there is nothing to read, save for breathing', () => {
    const log = play(heard).to('respond.feel').pass('b');
    expect(log.turn.opensAt).toBe(log.now);
    const breathing = play(reachAndRespond).to('intend').pass('a').pass('b');
    expect(breathing.turn).toMatchObject({ stepId: 'settle', opensAt: NOON + 60_000 });
    const steps = reachAndRespond.steps.map((step) => (step.id === 'process' ? { ...step, pass: 'settle' } : step));
    const again = play({ ...reachAndRespond, steps })
      .to('process')
      .pass('a')
      .pass('b');
    expect(again.turn).toMatchObject({ stepId: 'settle', opensAt: again.now + 60_000 });
  });

  it('TU4 leads where the step says: past the round, past the asking', () => {
    expect(play(heard).to('share').pass('a').step.id).toBe('share~2');
    expect(play(heard).to('share~2').pass('b').step.id).toBe('thank');
    expect(play(reachAndRespond).to('ask~2').pass('b').step.id).toBe('process~2');
  });

  it.each(['ready', 'rate', 'keep'])('TU4 refuses a pass where an answer is needed: %s', (stepId) => {
    const log = play(heard).to(stepId);
    given(log).when(passes(log), 'a').refuses('cannot-pass');
  });

  it('TU5 refuses an answer before there was time to read, and takes it from that very moment on', () => {
    const log = play(heard).to('share').answer('a');
    const { opensAt } = log.turn;
    given(log)
      .when(writes(log, 'You waited.'), 'b', opensAt - 1)
      .refuses('still-reading');
    expect(log.decide('b', writes(log, 'You waited.'), opensAt)).toHaveLength(2);
  });

  it('TU5 says to both when the answer opens, by the step’s own reading time', () => {
    for (const guide of GUIDES) {
      const log = play(guide).to('end');
      const started = log
        .read('talk')
        .flatMap(({ event, at }) => (event.type === 'TurnStarted' ? [{ ...event, at }] : []));
      for (const { stepId, opensAt, at } of started) {
        const step = guide.steps.find(({ id }) => id === stepId);
        const read = (step?.minReadSec ?? 0) * 1000;
        expect([stepId, opensAt - at]).toEqual([stepId, read > 0 && guide.slow ? Math.max(read, 15_000) : read]);
      }
    }
  });

  it('TU6 ends a joint step when the other agrees to what one wrote', () => {
    const log = play(fivePartCheckIn)
      .to('plan')
      .answer('b', { text: { text: 'The holiday.' } });
    given(log)
      .when(agrees(log), 'a')
      .records(
        talk({ type: 'Approved', turnId: log.turn.turnId, seat: 'a', seq: log.head }),
        talk({ type: 'ConversationEnded', reason: 'completed', kept: false }),
        { to: 'space', event: { type: 'ConversationClosed', conversationId: 'c1', reason: 'completed', kept: false } },
      );
  });

  it('TU6 ends a joint step when both leave it, and not when one does', () => {
    const log = play(proposing).to('story').pass('a');
    expect(log.step.id).toBe('story');
    given(log).when(passes(log), 'a').records();
    expect(log.pass('b').step.id).toBe('fear~2');
  });

  it('TU6 takes a new version for a new start: who had left it is asked again', () => {
    const log = play(proposing).to('story').pass('a').answer('b');
    expect(log.state.done).toEqual([]);
    expect(log.pass('b').step.id).toBe('story');
    expect(log.copy().pass('a').step.id).toBe('fear~2');
    expect(log.approve('a').step.id).toBe('fear~2');
  });

  it('TU7 lets nobody agree to their own words', () => {
    const log = play(proposing).to('story').answer('a');
    given(log).when(agrees(log), 'a').refuses('nothing-to-approve');
  });

  it('TU7 lets nobody agree to a version that was replaced, by either', () => {
    for (const writer of SEATS) {
      const log = play(proposing).to('story').answer('a');
      const first = log.head;
      log.answer(writer);
      given(log).when(agrees(log, first), 'b').refuses('nothing-to-approve');
    }
  });

  it('TU7 has nothing to agree to before anybody wrote, nor at a step that is not joint', () => {
    const story = play(proposing).to('story');
    given(story).when(agrees(story), 'b').refuses('nothing-to-approve');
    given(story).when(agrees(story, 0), 'b').refuses('nothing-to-approve');
    const share = play(heard).to('share');
    given(share).when(agrees(share), 'a').refuses('nothing-to-approve');
  });

  it('TU7 takes no proposal along into the next turn', () => {
    const log = play(proposing).to('story').answer('a').pass('a').pass('b');
    expect(log.state.proposal).toBeNull();
    given(log).when(agrees(log), 'b').refuses('nothing-to-approve');
  });

  it('TU9 leads where both choose to go, and on where only one does, whoever answers last', () => {
    const asked = () => play(heard).readyFor('close', 'hope').to('another');
    for (const [one, two] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      expect(asked().choose(one, 'another').choose(two, 'another').step.id).toBe('share');
      expect(asked().choose(one, 'another').choose(two, 'enough').step.id).toBe('thank');
      expect(asked().choose(one, 'enough').choose(two, 'another').step.id).toBe('thank');
      expect(asked().choose(one, 'another').pass(two).step.id).toBe('thank');
      expect(asked().choose(one, 'enough').choose(two, 'enough').step.id).toBe('thank');
      expect(asked().pass(one).pass(two).step.id).toBe('thank');
    }
  });

  it('TU9 goes on where both chose the same and that leads nowhere else', () => {
    expect(play(heard).choose('a', 'yes').choose('b', 'yes').step.id).toBe('rate');
  });

  it.each(['rate', 'intend', 'process'])('TU8 takes one answer of each partner: %s', (stepId) => {
    const log = play(reachAndRespond).to(stepId).answer('a');
    given(log).when({ type: 'Contribute', turnId: log.turn.turnId, answer: {} }, 'a').refuses('already-answered');
    if (log.step.pass !== null) given(log).when(passes(log), 'a').refuses('already-answered');
  });

  it('TU8 takes no answer of who has passed', () => {
    for (const stepId of ['intend', 'process']) {
      const log = play(reachAndRespond).to(stepId).pass('b');
      given(log).when(writes(log, 'After all.'), 'b').refuses('already-answered');
      given(log).when(passes(log), 'b').refuses('already-answered');
    }
  });
});
