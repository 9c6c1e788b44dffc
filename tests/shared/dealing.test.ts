import { talk } from '@turnward/shared/conversation/outcome.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { card } from '../kit/spec-documents.ts';
import { gathered, type Log, play } from '../kit/spec-log.ts';

const SUNDAY = 'Tell about a Sunday.';

/** What was asked at which step, cards with the words that both read there. */
const asked = (log: Log) =>
  log.read('talk').flatMap(({ event, words }) => {
    if (event.type !== 'TurnStarted' || !/^(share|fear|another)/.test(event.stepId)) return [];
    return [[event.stepId, event.cardId, words?.text?.['prompt']].filter((each) => each !== undefined).join(' ')];
  });
const again = (log: Log) => log.to('another').choose('a', 'another').choose('b', 'another');

describe('dealing cards', () => {
  it('DK4 asks the first card of the deck that both are ready for, in the record that starts the turn', () => {
    const log = play(heard).to('intend').readyFor('hope', 'close').answer('a');
    const { turnId } = log.turn;
    const outcome = log.decide('b', { type: 'Contribute', turnId, answer: { text: { text: 'To listen.' } } });
    expect(outcome).toContainEqual(
      talk({
        type: 'TurnStarted',
        turnId: 't4',
        stepId: 'share',
        holders: ['a'],
        opensAt: log.now,
        cardId: 'close',
      }),
    );
  });

  it('DK4 freezes the words of a card that are not the guide’s own', () => {
    const log = gathered(heard);
    log.documents.reword('close', SUNDAY);
    log.readyFor('close');
    for (const seat of SEATS) log.do(seat, { type: 'SetReady', ready: true });
    log.do('b', { type: 'Begin' }).to('share');
    log.documents.reword('close', 'Tell about a Monday.');
    log.documents.setAside('close');
    expect(asked(log.to('hear.more').choose('a', 'more').to('end'))).toEqual([
      `share close ${SUNDAY}`,
      `share close ${SUNDAY}`,
      `share~2 close ${SUNDAY}`,
    ]);
    expect(log.read('talk').filter(({ words }) => words?.text?.['prompt'] === SUNDAY)).toHaveLength(3);
  });

  it('DK4 takes frozen words along from where they were frozen', () => {
    const log = play(heard);
    log.documents.reword('close', SUNDAY);
    log.readyFor('close').to('hear.more');
    const seq = log.state.dealt[0]?.seq ?? 0;
    expect(log.read('talk')[seq - 1]?.words).toEqual({ text: { prompt: SUNDAY } });
    const { turnId } = log.turn;
    const outcome = log.decide('a', { type: 'Contribute', turnId, answer: { choice: 'more' } });
    expect(outcome).toContainEqual({
      ...talk({
        type: 'TurnStarted',
        turnId: `t${log.state.turns + 1}`,
        stepId: 'share',
        holders: ['a'],
        opensAt: log.now,
        cardId: 'close',
      }),
      words: { copyOf: { kind: 'talk', seq } },
    });
  });

  it('DK4 asks the same in the second round, also where both have looked again meanwhile', () => {
    const log = play(heard).readyFor('close').to('hear.mirror').readyFor('hope');
    for (const seat of SEATS) log.mark(seat, 'close', false);
    log.readyFor('missing');
    expect(asked(log.to('share~2'))).toEqual(['share close', 'share~2 close']);
  });

  it('DK4 asks each card once: the next two rounds ask the next card', () => {
    const log = play(heard).readyFor('close', 'hope', 'missing');
    expect(asked(again(again(log)).to('end'))).toEqual([
      'share close',
      'share~2 close',
      'another',
      'share missing',
      'share~2 missing',
      'another',
      'share hope',
      'share~2 hope',
    ]);
  });

  it('DK4 follows the order that the deck has by then', () => {
    const log = play(heard).readyFor('close', 'hope', 'missing');
    log.documents.moveUp('hope');
    again(log);
    log.documents.moveUp('missing');
    expect(asked(log.to('end')).slice(0, 4)).toEqual(['share hope', 'share~2 hope', 'another', 'share close']);
  });

  it('DK5 asks no card that was reworded or set aside since both were ready', () => {
    const log = play(heard).readyFor('living-in-you', 'close', 'hope');
    log.documents.reword('living-in-you', SUNDAY);
    log.documents.setAside('close');
    expect(asked(log.to('end'))).toEqual(['share hope', 'share~2 hope']);
  });

  it('DK5 asks no card that either marked as not yet since', () => {
    const log = play(heard).readyFor('close', 'hope');
    log.ask('b', { type: 'MarkCard', ...log.documents.card('close'), ready: false });
    expect(asked(log.to('end'))).toEqual(['share hope', 'share~2 hope']);
  });

  it('DK5 asks it again once its words are back and it is in the deck', () => {
    const log = play(heard).readyFor('close');
    const { deck } = log.documents;
    log.documents.reword('close', SUNDAY);
    log.to('intend');
    log.documents.deck = deck;
    expect(asked(log.to('end'))).toEqual(['share close', 'share~2 close']);
  });

  it('DK5 asks no card that only one of them marked, or that is new', () => {
    const log = play(heard).readyFor('hope');
    log.mark('a', 'close');
    log.documents.reword('own-1', SUNDAY);
    log.documents.moveUp('own-1');
    expect(asked(log.to('end'))).toEqual(['share hope', 'share~2 hope']);
  });

  it('DK6 offers another card while one is left, and goes on with it only where both want to', () => {
    const log = play(heard).readyFor('close', 'hope').to('another');
    expect(log.turn.holders).toEqual(['a', 'b']);
    expect(log.copy().choose('a', 'another').choose('b', 'enough').step.id).toBe('thank');
    expect(again(log).turn).toMatchObject({ stepId: 'share', holders: ['a'] });
    expect(asked(log.to('end')).filter((each) => each === 'another')).toHaveLength(1);
  });

  it('DK6 says of the choice of each only what follows from both', () => {
    const log = play(heard).readyFor('close', 'hope').to('another');
    for (const choice of ['another', 'enough']) {
      const answered = log.copy().choose('a', choice);
      expect(answered.readBy('b')).toEqual(log.readBy('b'));
    }
    const ends = ['another', 'enough'].map((choice) =>
      log.copy().choose('a', choice).choose('b', 'enough').readBy('b'),
    );
    expect(ends[0]).toEqual(ends[1]);
  });

  it('DK6 offers none that is no longer there by then, and passes it over where the last one goes meanwhile', () => {
    const log = play(heard).readyFor('close', 'hope').to('respond.check~2');
    const gone = log.copy();
    gone.documents.setAside('hope');
    expect(gone.choose('b', 'on').step.id).toBe('thank');
    log.choose('b', 'on').choose('a', 'another');
    log.documents.reword('hope', SUNDAY);
    expect(log.choose('b', 'another').step.id).toBe('thank');
  });

  it('DK6 goes back to the fear where the guide asks its cards there', () => {
    const log = again(play(reachAndRespond).readyFor('alone', 'again'));
    expect(log.step.id).toBe('fear');
    expect(asked(log.to('end'))).toEqual(['fear alone', 'fear~2 alone', 'another', 'fear again', 'fear~2 again']);
  });

  it('DK7 asks the guide as it stands until both have looked', () => {
    const log = play(heard).mark('a', 'close').mark('b', 'close').do('a', { type: 'FinishMarking', done: true });
    expect(asked(log.to('end'))).toEqual(['share', 'share~2']);
  });

  it('DK7 asks both the same: where the first was asked as it stands, so is the second, whatever they find meanwhile', () => {
    const none = play(heard).to('hear.mirror').readyFor();
    expect(asked(none.to('end'))).toEqual(['share', 'share~2']);
    const some = play(heard).to('hear.mirror').readyFor('close', 'hope').to('hear.more').choose('a', 'more');
    expect(asked(again(some).to('end'))).toEqual([
      'share',
      'share',
      'share~2',
      'another',
      'share close',
      'share~2 close',
      'another',
    ]);
  });

  it('DK7 passes over what would ask a card where both are ready for none', () => {
    for (const guide of [heard, reachAndRespond]) {
      const log = play(guide).readyFor();
      expect(asked(log.to('thank'))).toEqual([]);
      expect(log.to('end').state.ended?.reason).toBe('completed');
    }
  });

  it('DK7 comes to an end where a guide leads in a circle past its own cards', () => {
    const steps = heard.steps.map((step) => (step.deck ? { ...step, pass: 'share' } : step));
    expect(
      play({ ...heard, steps })
        .readyFor()
        .to('intend')
        .pass('a')
        .pass('b').state.phase,
    ).toBe('ended');
  });

  it('DK4 tells both replicas the same, and what is asked outlives no talk that is not kept', () => {
    const log = play(heard);
    log.documents.reword('close', SUNDAY);
    log.readyFor('close').to('keep');
    for (const seat of SEATS) expect(log.seenBy(seat).dealt).toEqual([{ cardId: 'close', seq: expect.any(Number) }]);
    expect(JSON.stringify(log.entries)).toContain(SUNDAY);
    log.choose('a', 'keep').choose('b', 'let-go');
    expect(JSON.stringify(log.entries)).not.toContain(SUNDAY);
  });

  it('DK3 shows a card by its id and its version alone, never its words', () => {
    const log = play(heard);
    log.documents.reword('close', SUNDAY);
    log.readyFor('close');
    expect(JSON.stringify(log.entries)).not.toContain(SUNDAY);
    expect(log.state.overlap).toEqual([{ cardId: 'close', version: card('close', SUNDAY).version }]);
  });

  it('DK4 begins with a card where a guide asks one first', () => {
    const steps = heard.steps.filter(({ visibility }) => visibility === 'pair');
    const log = gathered({ ...heard, steps }).readyFor('hope');
    for (const seat of SEATS) log.do(seat, { type: 'SetReady', ready: true });
    given(log)
      .when({ type: 'Begin' }, 'a')
      .records(
        talk({ type: 'ConversationBegun' }),
        talk({ type: 'TurnStarted', turnId: 't1', stepId: 'share', holders: ['a'], opensAt: log.now, cardId: 'hope' }),
      );
  });
});
