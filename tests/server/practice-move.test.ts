import { nextMove, wantsToMark } from '@turnward/server/practice/next-move.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { describe, expect, it } from 'vitest';
import { gathered, type Log, play } from '../kit/spec-log.ts';
import { versionOf } from '../kit/wordings.ts';

const PARTNER = { seat: 'b', language: 'en', rehearsal: false } as const;

/** What the partner in seat `b` would do, told no more than a partner may know. */
const next = (log: Log) => nextMove(log.guide, log.seenBy('b'), PARTNER, log.documents.deck)?.commands;
/** Lets it do what it would do. */
const moves = (log: Log): Log => {
  for (const command of next(log) ?? []) log.do('b', command);
  return log;
};
const done = { type: 'FinishMarking', done: true } as const;

describe('what a practice partner does', () => {
  it('DK3 marks every card ready once the person is done, so that the person’s own choice is what is asked', () => {
    for (const talk of [gathered(heard), play(heard).to('share')]) {
      talk.documents.reword('own-1', 'Tell about a Sunday.');
      expect(wantsToMark(talk.state, 'b')).toBe(false);
      talk.mark('a', 'hope').mark('a', 'own-1').mark('a', 'close', false).do('a', done);
      expect(next(talk)).toHaveLength(talk.documents.deck.length + 1);
      expect(moves(talk).state.overlap?.map(({ cardId }) => cardId)).toEqual(['hope', 'own-1']);
      expect(wantsToMark(talk.state, 'b')).toBe(false);
    }
  });

  it('DK3 marks only what is new when it looks again', () => {
    const log = moves(gathered(heard).mark('a', 'hope').do('a', done));
    log.documents.reword('close', 'Tell about a Sunday.');
    log.mark('a', 'close').do('a', done);
    expect(next(log)?.map(({ type }) => type)).toEqual(['MarkCard', 'FinishMarking']);
    expect(moves(log).state.overlap?.map(({ cardId }) => cardId)).toEqual(['close', 'hope']);
  });

  it('DK8 looks at no card while the talk is paused, but comes back', () => {
    const log = play(heard).do('a', done).do('a', { type: 'Pause' });
    expect(wantsToMark(log.state, 'b')).toBe(false);
    expect(next(log)?.map(({ type }) => type)).toEqual(['Return']);
  });

  it('DK6 goes on with another card, if the person wants to', () => {
    const log = play(heard).readyFor('close', 'hope').to('another');
    expect(moves(log.copy().choose('a', 'another')).step.id).toBe('share');
    expect(moves(log.choose('a', 'enough')).step.id).toBe('thank');
  });

  it('TU10 agrees to the words that the person agreed to, never first, and leaves what they leave', () => {
    const log = play(reachAndRespond).to('story').write('a', 'We slowed down.');
    expect(next(log)).toBeUndefined();
    log.agree('a');
    const { turnId } = log.turn;
    expect(next(log)).toEqual([{ type: 'ApproveVersion', turnId, version: versionOf('We slowed down.') }]);
    expect(next(log.copy().write('a', 'Newer words.'))).toBeUndefined();
    expect(moves(log.copy()).step.id).toBe('fear~2');
    expect(next(log.pass('a'))).toEqual([{ type: 'PassFloor', turnId }]);
  });
});
