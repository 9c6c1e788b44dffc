import { destroyed } from '@turnward/shared/conversation/destroyed.ts';
import { own, talk } from '@turnward/shared/conversation/outcome.ts';
import { fivePartCheckIn } from '@turnward/shared/guides/five-part-check-in.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { type Log, play, playLed } from '../kit/spec-log.ts';
import { NOON } from '../kit/spec-talk.ts';

const keeps = (log: Log, choice: string, omit?: number[]) =>
  ({ type: 'Contribute', turnId: log.turn.turnId, answer: { choice, ...(omit && { omit }) } }) as const;
const wordsIn = (log: Log) => log.entries.filter(({ words }) => words).map(({ stream }) => stream);
const seqsBy = (log: Log, seat: string) =>
  Object.keys(log.state.authors)
    .map(Number)
    .filter((seq) => log.state.authors[seq] === seat);

describe('keeping', () => {
  it.each([
    ['keep', 'keep', true],
    ['keep', 'let-go', false],
    ['let-go', 'keep', false],
    ['let-go', 'let-go', false],
  ] as const)('KP1 takes both keys: %s and %s', (a, b, kept) => {
    for (const [first, second] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const said = { a, b };
      const log = play(heard).to('keep').choose(first, said[first]);
      expect(log.state.keeping).toBeNull();
      log.choose(second, said[second]);
      expect(log.state.keeping).toMatchObject({ kept });
      expect(log.to('end').state.ended).toMatchObject({ reason: 'completed', kept });
    }
  });

  it('KP1 keeps nothing of a guide that never asks', () => {
    const log = play(fivePartCheckIn).to('end');
    expect(log.state.ended).toMatchObject({ kept: false });
    expect(wordsIn(log)).toEqual([]);
  });

  it('KP5 lets whoever answered close the talk after a day without the other key, unkept', () => {
    const log = play(heard).to('keep').choose('a', 'keep');
    const since = log.state.turn?.startedAt ?? 0;
    const day = 24 * 3_600_000;
    const stop = { type: 'Stop' } as const;
    expect(log.decide('b', stop, since + day)).toEqual([{ to: 'talk', event: { type: 'Stopped', by: 'b' } }]);
    expect(log.decide('a', stop, since + day - 1)).toEqual([{ to: 'talk', event: { type: 'Stopped', by: 'a' } }]);
    log.after(day).do('a', stop);
    expect(log.state.ended).toMatchObject({ reason: 'stopped', kept: false });
    expect(wordsIn(log)).toEqual([]);
  });

  it('KP5 FA8 closes alone also while a step is put in between', () => {
    const day = 24 * 3_600_000;
    const log = playLed(heard).to('keep').choose('a', 'keep').after(day);
    log.act({ type: 'InsertStep', what: 'settle' });
    const asksAgain = log.copy().do('b', { type: 'Stop' });
    expect([asksAgain.state.phase, asksAgain.step.id]).toEqual(['live', 'keep']);
    log.do('a', { type: 'Stop' });
    expect(log.state.ended).toMatchObject({ reason: 'stopped', kept: false });
  });

  it('KP2 destroys all words of the talk in the record that settles it, in every stream', () => {
    const log = play(reachAndRespond).to('keep').choose('a', 'keep');
    expect(new Set(wordsIn(log))).toEqual(new Set(['talk:c1', 'own/a:c1', 'own/b:c1']));
    expect(wordsIn(log.choose('b', 'let-go'))).toEqual([]);
    expect(log.entries.filter(({ words }) => words === null).length).toBeGreaterThan(20);
  });

  it('KP2 destroys also what was said after the keeping was settled', () => {
    const log = play(heard).to('keep').choose('a', 'let-go').choose('b', 'let-go').answer('a');
    expect(wordsIn(log)).toEqual(['talk:c1']);
    expect(wordsIn(log.approve('b'))).toEqual([]);
  });

  it('KP2 says what goes: everything where it is not kept, nothing for any other event', () => {
    const ended = (kept: boolean) => ({ type: 'ConversationEnded', reason: 'stopped', kept }) as const;
    const settled = (kept: boolean, omitted: number[]) => ({ type: 'KeepingSettled', kept, omitted }) as const;
    expect(destroyed([settled(false, [])])).toBe('everything');
    expect(destroyed([{ type: 'Stopped', by: 'a' }, ended(false)])).toBe('everything');
    expect(destroyed([settled(true, [4, 9]), ended(true)])).toEqual({
      words: [
        { kind: 'talk', seq: 4 },
        { kind: 'talk', seq: 9 },
      ],
      streams: [],
    });
    expect(destroyed([{ type: 'Paused', pauseId: 'p1', by: 'a' }])).toEqual({ words: [], streams: [] });
  });

  it('KP3 destroys what its author leaves out, and nothing else, where the talk is kept', () => {
    const log = play(heard).to('keep');
    const [mine, theirs] = [seqsBy(log, 'a').slice(0, 2), seqsBy(log, 'b').slice(-1)];
    const before = log.read('talk').filter(({ words }) => words).length;
    log.do('a', keeps(log, 'keep', mine)).do('b', keeps(log, 'keep', theirs));
    expect(log.state.keeping).toEqual({ kept: true, omitted: [...mine, ...theirs] });
    const gone = log.read('talk').filter(({ words }) => words === null);
    expect(gone.map(({ seq }) => seq)).toEqual([...mine, ...theirs]);
    expect(log.read('talk').filter(({ words }) => words)).toHaveLength(before - gone.length);
  });

  it('KP3 refuses to leave out the other’s words, what nobody said, and anything at another step', () => {
    const log = play(heard).to('keep');
    const [mine = 0] = seqsBy(log, 'a');
    const [theirs = 0] = seqsBy(log, 'b');
    for (const omit of [[theirs], [mine, theirs], [0], [-1], [1], [log.head + 1]]) {
      given(log)
        .when(keeps(log, 'keep', omit), 'a')
        .refuses('not-your-words');
    }
    const share = play(heard).to('share');
    const answer = { text: { text: 'I waited.' }, omit: seqsBy(share, 'a') };
    expect(answer.omit).not.toEqual([]);
    given(share).when({ type: 'Contribute', turnId: share.turn.turnId, answer }, 'a').refuses('not-your-words');
  });

  it('KP4 R18 shows nobody what the first of them answered', () => {
    const log = play(heard).to('keep');
    const [mine = 0] = seqsBy(log, 'a');
    for (const command of [keeps(log, 'keep'), keeps(log, 'let-go'), keeps(log, 'keep', [mine])]) {
      const answered = log.copy().do('a', command);
      expect(answered.readBy('b')).toEqual(log.readBy('b'));
      expect(answered.seenBy('b')).toEqual(log.seenBy('b'));
    }
  });

  it('KP4 says only kept or not: who wanted what, and what they left out in vain, is not told', () => {
    const answers = [
      ['keep', 'let-go', true],
      ['keep', 'let-go', false],
      ['let-go', 'keep', true],
      ['let-go', 'let-go', false],
    ] as const;
    const talks = answers.map(([a, b, leavesOut]) => {
      const log = play(heard).to('keep');
      return log
        .do('a', keeps(log, a, leavesOut ? seqsBy(log, 'a').slice(0, 1) : undefined))
        .choose('b', b)
        .read('talk');
    });
    for (const each of talks) expect(each).toEqual(talks[0]);
  });

  it('KP4 keeps the answer in its author’s own stream', () => {
    for (const seat of SEATS) {
      const log = play(heard).to('keep');
      const event = { type: 'Answered', turnId: log.turn.turnId, stepId: 'keep', kind: 'keep', seat } as const;
      given(log)
        .when(keeps(log, 'let-go'), seat)
        .records(own({ ...event, choice: 'let-go' }));
      given(log.copy().do(seat === 'a' ? 'b' : 'a', keeps(log, 'keep')))
        .when(keeps(log, 'let-go'), seat)
        .records(
          own({ ...event, choice: 'let-go' }),
          talk({ type: 'KeepingSettled', kept: false, omitted: [] }),
          talk({
            type: 'TurnStarted',
            turnId: `t${log.state.turns + 1}`,
            stepId: 'plan',
            holders: ['a', 'b'],
            opensAt: log.now,
          }),
        );
      expect(log.now).toBeGreaterThan(NOON);
    }
  });
});
