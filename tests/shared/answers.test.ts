import type { Answer } from '@turnward/shared/conversation/commands.ts';
import { fivePartCheckIn } from '@turnward/shared/guides/five-part-check-in.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { type Log, play } from '../kit/spec-log.ts';

const answers = (log: Log, answer: Answer) => ({ type: 'Contribute', turnId: log.turn.turnId, answer }) as const;
const judging = (log: Log, answer: Answer) => given(log).when(answers(log, answer), 'a', log.turn.opensAt);

describe('answers', () => {
  it('AN1 holds no box, number or choice that the step has not', () => {
    const share = play(heard).to('share');
    judging(share, { text: { text: 'Yes.', note: 'No such box.' } }).refuses('unknown-field');
    judging(share, { text: { text: 'Yes.' }, scales: { stirred: 3 } }).refuses('unknown-field');
    judging(share, { text: { text: 'Yes.' }, choice: 'yes' }).refuses('unknown-choice');
    judging(share, { text: { text: 'Yes.', constructor: 'No.' } }).refuses('unknown-field');
    const check = play(heard).to('hear.check');
    judging(check, { choice: 'constructor' }).refuses('unknown-choice');
    judging(check, { choice: 'yes', text: { text: 'But…' } }).refuses('unknown-field');
  });

  it('AN1 holds what is required: the box, the number, the choice', () => {
    judging(play(heard).to('share'), {}).refuses('empty');
    judging(play(heard).to('rate'), {}).refuses('empty');
    judging(play(heard).to('hear.check'), {}).refuses('unknown-choice');
    judging(play(heard).to('after'), { scales: { stirred: 3 } }).refuses('empty');
    judging(play(reachAndRespond).to('underneath'), { text: { fear: 'To lose you.' } }).refuses('empty');
    judging(play(heard).to('respond.check'), { choice: 'on' }).refuses('empty');
  });

  it('AN1 lets what is not required be absent', () => {
    const log = play(reachAndRespond)
      .to('underneath')
      .answer('a', { text: { fear: 'To lose you.', need: 'Your hand.' } });
    expect(log.read('own/a').at(-1)?.words).toEqual({ text: { fear: 'To lose you.', need: 'Your hand.' } });
    expect(
      play(heard)
        .to('respond.check')
        .answer('a', { choice: 'on', scales: { met: 9 } }).step.id,
    ).toBe('share~2');
  });

  it('AN2 takes text as long as its box allows, whole, and refuses one letter more', () => {
    const log = play(heard).to('share');
    judging(log, { text: { text: 'x'.repeat(601) } }).refuses('too-long');
    log.answer('a', { text: { text: 'x'.repeat(600) } });
    expect(log.read('talk').at(-2)?.words).toEqual({ text: { text: 'x'.repeat(600) } });
  });

  it.each([-1, 11, 3.5, Number.NaN, Number.POSITIVE_INFINITY])('AN3 takes %d for no rating', (stirred) => {
    judging(play(heard).to('rate'), { scales: { stirred } }).refuses('bad-scale');
    const paused = play(heard).do('a', { type: 'Pause' });
    given(paused).when({ type: 'Return', pauseId: 'p1', stirred }, 'a').refuses('bad-scale');
  });

  it.each([0, 10])('AN3 takes %d for a rating', (stirred) => {
    const log = play(heard).to('rate').answer('a', { scales: { stirred } });
    expect(log.read('own/a').at(-1)?.words).toEqual({ scales: { stirred } });
  });

  it('AN4 counts a blank box as not filled, and keeps no space around words', () => {
    const log = play(heard).to('share');
    judging(log, { text: { text: '  \n\t ' } }).refuses('empty');
    log.answer('a', { text: { text: '  I waited.\n' } });
    expect(log.read('talk').at(-2)?.words).toEqual({ text: { text: 'I waited.' } });
  });

  it('AN4 accepts four of five boxes and refuses three', () => {
    const log = play(fivePartCheckIn).to('share');
    const three = { feeling: 'Calm.', thanks: 'The tea.', need: 'An evening.' };
    judging(log, { text: three }).refuses('empty');
    judging(log, { text: { ...three, own: '   ', steady: '' } }).refuses('empty');
    log.answer('a', { text: { ...three, own: '', steady: 'Kept.' } });
    expect(log.read('talk').at(-2)?.words).toEqual({ text: { ...three, steady: 'Kept.' } });
  });
});
