import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { textId } from '@turnward/shared/guides/script.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { type Log, play } from '../kit/spec-log.ts';

const chooses = (log: Log, choice: string): ConversationCommand => ({
  type: 'Contribute',
  turnId: log.turn.turnId,
  answer: { choice, ...(log.step.id.startsWith('hear.add') && { text: { text: 'The waiting.' } }) },
});

/** One more round of "not yet", the missing piece, and telling it back; stands at the check again. */
const notYet = (log: Log) => log.choose('a', 'not-yet').answer('a').answer('b');

describe('being heard', () => {
  it.each(['hear.check', 'hear.add', 'hear.more', 'summary.check', 'respond.check'])(
    'HE1 leaves %s to the sharer: the responder can neither answer nor move on',
    (stepId) => {
      const log = stepId === 'hear.add' ? play(heard).to('hear.check').choose('a', 'partly') : play(heard).to(stepId);
      expect(log.step.id).toBe(stepId);
      const { turnId, opensAt } = log.turn;
      for (const { id } of log.step.choices) given(log).when(chooses(log, id), 'b', opensAt).refuses('not-your-floor');
      given(log).when({ type: 'PassFloor', turnId }, 'b', opensAt).refuses('not-your-floor');
      given(log).when({ type: 'Approve', turnId, seq: log.head }, 'b', opensAt).refuses('not-your-floor');
    },
  );

  it('HE1 asks the sharer also where the responder had no words to give back', () => {
    expect(play(heard).to('hear.mirror').pass('b').turn).toMatchObject({ stepId: 'hear.check', holders: ['a'] });
  });

  it.each(['partly', 'not-yet'])('HE2 leads from “%s” to the missing piece and back to telling it back', (choice) => {
    const log = play(heard).to('hear.check').choose('a', choice);
    expect(log.turn).toMatchObject({ stepId: 'hear.add', holders: ['a'] });
    expect(log.answer('a').turn).toMatchObject({ stepId: 'hear.mirror', holders: ['b'] });
    expect(log.answer('b').turn).toMatchObject({ stepId: 'hear.check', holders: ['a'] });
  });

  it('HE2 leads from an incomplete summary back to the summary, as often as it takes', () => {
    const log = play(heard).to('summary.check');
    for (let time = 0; time < 4; time++) expect(log.choose('a', 'not-yet').answer('b').step.id).toBe('summary.check');
    expect(log.choose('a', 'yes').step.id).toBe('respond.validate');
  });

  it('HE3 leads from “there is more” back to sharing, and “whole” leaves the loop', () => {
    for (const [guide, share, onward] of [
      [heard, 'share', 'summary'],
      [reachAndRespond, 'fear', 'risk'],
    ] as const) {
      const log = play(guide).to('hear.more').choose('a', 'more');
      expect(log.turn).toMatchObject({ stepId: share, holders: ['a'] });
      expect(log.to('hear.more').choose('a', 'whole').step.id).toBe(onward);
    }
  });

  it('HE3 stays in the second round when there is more in the second round', () => {
    const log = play(heard).to('hear.more~2').choose('b', 'more');
    expect(log.turn).toMatchObject({ stepId: 'share~2', holders: ['b'] });
  });

  it('HE4 offers a smaller piece from the third missing piece on, and not before', () => {
    const log = play(heard).to('hear.check');
    for (let visit = 1; visit <= 2; visit++) {
      log.choose('a', 'not-yet');
      given(log).when(chooses(log, 'smaller'), 'a').refuses('choice-used-up');
      log.answer('a').answer('b');
    }
    log.choose('a', 'not-yet').answer('a', { choice: 'smaller' });
    expect(log.turn).toMatchObject({ stepId: 'share', holders: ['a'] });
  });

  it('HE4 counts each partner’s own round', () => {
    const log = play(heard).to('hear.check');
    for (let time = 0; time < 3; time++) notYet(log);
    log.to('hear.check~2').choose('b', 'not-yet');
    given(log).when(chooses(log, 'smaller'), 'b').refuses('choice-used-up');
  });

  it('HE5 gives one more try to an answer that did not reach, and not a second', () => {
    const again = { choice: 'again', scales: { met: 2 } };
    const log = play(heard).to('respond.check').answer('a', again);
    expect(log.turn).toMatchObject({ stepId: 'respond.validate', holders: ['b'] });
    log.to('respond.check');
    const { turnId, opensAt } = log.turn;
    given(log).when({ type: 'Contribute', turnId, answer: again }, 'a', opensAt).refuses('choice-used-up');
    expect(log.copy().choose('a', 'park').step.id).toBe('share~2');
    expect(log.choose('a', 'on').to('respond.check~2').answer('b', again).step.id).toBe('respond.validate~2');
  });

  it('HE5 gives the asking one more try too', () => {
    const notYetReached = { choice: 'not-yet', scales: { reach: 1, answer: 2, stay: 3 } };
    const log = play(reachAndRespond).to('received').answer('a', notYetReached);
    expect(log.turn).toMatchObject({ stepId: 'comfort', holders: ['b'] });
    log.to('received');
    const { turnId, opensAt } = log.turn;
    given(log).when({ type: 'Contribute', turnId, answer: notYetReached }, 'a', opensAt).refuses('choice-used-up');
    for (const choice of ['yes', 'partly', 'park']) expect(log.copy().choose('a', choice).step.id).toBe('process');
  });

  it('HE6 has telling back, making sense and feeling with as steps of their own, in this order, labelled', () => {
    for (const guide of [heard, reachAndRespond]) {
      const ofResponder = guide.steps.filter(({ actor, round }) => actor === 'responder' && round === 1);
      const kinds = ofResponder.map(({ kind }) => kind).filter((kind, at, all) => kind !== all[at - 1]);
      expect(kinds.slice(0, 3)).toEqual(['mirror', 'validate', 'feel_with']);
      const said = play(guide).to('end').read('talk');
      for (const { event } of said) {
        if (event.type !== 'Contributed') continue;
        expect(event.kind).toBe(guide.steps.find(({ id }) => textId(id) === textId(event.stepId))?.kind);
      }
    }
  });
});
