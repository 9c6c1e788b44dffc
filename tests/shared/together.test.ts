import { decide } from '@turnward/shared/conversation/decide.ts';
import { talk } from '@turnward/shared/conversation/outcome.ts';
import { anythingSaid } from '@turnward/shared/conversation/state.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { otherSeat, SEATS } from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { ADA, facilitator, GRACE, type Log, play, playLed } from '../kit/spec-log.ts';
import { versionOf } from '../kit/wordings.ts';

const WORDS = 'This time we slowed down.\nBoth of us. ';
const story = (text?: string) => {
  const log = play(reachAndRespond).to('story');
  return text === undefined ? log : log.write('a', text);
};
const agrees = (log: Log, text = WORDS) =>
  ({ type: 'ApproveVersion', turnId: log.turn.turnId, version: versionOf(text) }) as const;
const passes = (log: Log) => ({ type: 'PassFloor', turnId: log.turn.turnId }) as const;
const takesBack = (log: Log) => ({ type: 'TakeBackApprovals', turnId: log.turn.turnId }) as const;

describe('words written together', () => {
  it.each(SEATS)(
    'TU10 ends when both have approved the same wording, %s first, and keeps it to the letter',
    (first) => {
      const log = story(WORDS);
      const { turnId } = log.turn;
      const version = versionOf(WORDS);
      given(log)
        .when(agrees(log), first)
        .records(talk({ type: 'VersionApproved', turnId, seat: first, version }));
      log.agree(first);
      given(log).when(agrees(log), first).records();
      const second = otherSeat(first);
      given(log)
        .when(agrees(log), second)
        .records(
          talk({ type: 'VersionApproved', turnId, seat: second, version }),
          talk({ type: 'Agreed', turnId, stepId: 'story', kind: 'story', version }, { text: { text: WORDS } }),
          talk({
            type: 'TurnStarted',
            turnId: `t${log.state.turns + 1}`,
            stepId: 'fear~2',
            holders: ['b'],
            opensAt: log.now,
            limit: 400,
          }),
        );
      log.agree(second);
      expect(log.state.approvals).toEqual({});
      expect(log.state.agreed).toEqual([log.head - 1]);
    },
  );

  it('TU10 refuses to approve any other wording than the one the server holds', () => {
    const log = story(WORDS);
    for (const text of ['', ` ${WORDS}`, WORDS.trim(), 'Other words.']) {
      given(log).when(agrees(log, text), 'a').refuses('text-changed');
    }
    const { turnId } = log.turn;
    given(log).when({ type: 'ApproveVersion', turnId, version: '' }, 'a').refuses('text-changed');
    log.documents.write(turnId, 'Newer words.');
    given(log).when(agrees(log), 'b').refuses('text-changed');
    given(log.agree('b')).when(agrees(log), 'a').refuses('text-changed');
  });

  it('TU10 refuses where the server holds no text at all', () => {
    const log = story();
    const asking = { seat: 'a', now: log.now, here: SEATS } as const;
    expect(decide(log.guide, log.state, agrees(log, ''), asking)).toEqual({ refused: 'text-changed' });
  });

  it('TU10 holds two wordings apart: approvals of different ones are no agreement', () => {
    const log = story(WORDS).agree('a');
    log.documents.write(log.turn.turnId, 'Newer words.');
    log.agree('b');
    expect(log.step.id).toBe('story');
    expect(log.state.approvals).toEqual({ a: versionOf(WORDS), b: versionOf('Newer words.') });
    expect(log.agree('a').step.id).toBe('fear~2');
    expect(log.read('talk').at(-2)?.words).toEqual({ text: { text: 'Newer words.' } });
  });

  it('TU10 ends when both leave it, and not when one does', () => {
    const log = story(WORDS).pass('a');
    expect(log.step.id).toBe('story');
    given(log).when(passes(log), 'a').records();
    expect(log.copy().pass('b').step.id).toBe('fear~2');
    expect(log.state.agreed).toEqual([]);
  });

  it('TU10 takes leaving for an end of one’s own approval, and approving for coming back', () => {
    const log = story(WORDS).agree('a').pass('a');
    expect(log.state.approvals).toEqual({});
    log.agree('b');
    expect(log.step.id).toBe('story');
    expect(log.agree('a').step.id).toBe('fear~2');
    const back = story(WORDS).pass('a').agree('a');
    expect(back.state.done).toEqual([]);
    expect(back.pass('b').step.id).toBe('story');
  });

  it('TU10 leaves nobody’s words behind that one of them could leave out alone', () => {
    const log = story(WORDS).agree('a').agree('b');
    const [seq = 0] = log.state.agreed;
    expect(log.state.authors[seq]).toBeUndefined();
    log.to('keep');
    const { turnId } = log.turn;
    for (const seat of SEATS) {
      given(log)
        .when({ type: 'Contribute', turnId, answer: { choice: 'keep', omit: [seq] } }, seat)
        .refuses('not-your-words');
    }
    log.choose('a', 'keep').choose('b', 'keep');
    expect(log.read('talk')[seq - 1]?.words).toEqual({ text: { text: WORDS } });
  });

  it('TU10 counts what both agreed to as said: stopping asks what may be kept', () => {
    const steps = reachAndRespond.steps.filter(({ kind }) => ['story', 'keep', 'thank'].includes(kind));
    const only = { ...reachAndRespond, steps: steps.map((step) => ({ ...step, next: 'thank', pass: 'thank' })) };
    const said = play(only).write('b', WORDS).agree('a').agree('b');
    expect([Object.keys(said.state.authors), anythingSaid(said.state)]).toEqual([[], true]);
    expect(said.do('a', { type: 'Stop' }).step.kind).toBe('keep');
    const left = play(only).pass('a').pass('b');
    expect(left.do('a', { type: 'Stop' }).state.phase).toBe('ended');
  });

  it.each(SEATS)('TU11 takes back both approvals where %s edits, and both approve anew', (editor) => {
    const log = story(WORDS).agree('a');
    given(log)
      .when(takesBack(log), editor)
      .records(talk({ type: 'ApprovalsTakenBack', turnId: log.turn.turnId, by: editor }));
    log.write(editor, 'Newer words.');
    expect(log.state.approvals).toEqual({});
    log.agree('b');
    expect(log.step.id).toBe('story');
    expect(log.agree('a').step.id).toBe('fear~2');
  });

  it('TU11 takes back approvals of words that changed while a pause was on its way', () => {
    const log = story(WORDS).agree('b').do('b', { type: 'Pause' });
    given(log)
      .when(takesBack(log), 'a')
      .records(talk({ type: 'ApprovalsTakenBack', turnId: log.turn.turnId, by: 'a' }));
    expect(log.write('a', 'Newer words.').state).toMatchObject({ approvals: {}, pause: { by: 'b' } });
  });

  it('TU11 has nothing to take back where nobody approved, nor from a turn that is over', () => {
    const log = story(WORDS);
    given(log).when(takesBack(log), 'b').records();
    const late = takesBack(log);
    given(log.agree('a').agree('b')).when(late, 'a').refuses('stale-turn');
    const share = play(heard).to('share');
    given(share).when(takesBack(share), 'a').records();
    given(share).when(takesBack(share), 'b').refuses('not-your-floor');
  });

  it('TU11 FA3 a facilitator, by name, takes back approvals where the guide has them write too, and nowhere else', () => {
    const steps = reachAndRespond.steps.map((step) =>
      step.id === 'story' ? { ...step, facilitatorWrites: true } : step,
    );
    for (const memberId of [ADA, GRACE]) {
      const approved = (guide: typeof reachAndRespond) => playLed(guide).to('story').write('a', WORDS).agree('b');
      const alone = approved(reachAndRespond);
      given(alone).when(takesBack(alone), facilitator(memberId)).refuses('not-yours-to-do');
      const log = approved({ ...reachAndRespond, steps });
      given(log)
        .when(takesBack(log), facilitator(memberId))
        .records(talk({ type: 'ApprovalsTakenBack', turnId: log.turn.turnId, by: null, facilitator: memberId }));
      expect(log.do(facilitator(memberId), takesBack(log)).state.approvals).toEqual({});
    }
  });

  it('TU12 refuses words that one of them would contribute or propose alone', () => {
    const log = story(WORDS);
    const { turnId } = log.turn;
    for (const seat of SEATS) {
      given(log)
        .when({ type: 'Contribute', turnId, answer: { text: { text: 'Mine.' } } }, seat)
        .refuses('written-together');
      given(log).when({ type: 'Approve', turnId, seq: log.head }, seat).refuses('written-together');
    }
  });

  it('TU12 approves nothing that is blank or longer than its box', () => {
    const max = reachAndRespond.steps.find(({ id }) => id === 'story')?.fields[0]?.max ?? 0;
    for (const blank of ['', ' ', '\n\t '])
      given(story(blank))
        .when(agrees(story(blank), blank), 'a')
        .refuses('empty');
    given(story('w'.repeat(max + 1)))
      .when(agrees(story(), 'w'.repeat(max + 1)), 'a')
      .refuses('too-long');
    expect(story('w'.repeat(max)).agree('a').agree('b').step.id).toBe('fear~2');
  });

  it('TU12 has nothing to approve where words are not written together', () => {
    for (const [log, seat] of [
      [play(heard).to('share'), 'a'],
      [play(heard).to('plan').answer('a'), 'b'],
    ] as const) {
      given(log).when(agrees(log, ''), seat).refuses('nothing-to-approve');
    }
  });
});
