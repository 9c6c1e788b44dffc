import type { ConversationEvent } from '@turnward/shared/conversation/events.ts';
import { evolve } from '@turnward/shared/conversation/evolve.ts';
import { own, talk } from '@turnward/shared/conversation/outcome.ts';
import { initialState } from '@turnward/shared/conversation/state.ts';
import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import { fivePartCheckIn } from '@turnward/shared/guides/five-part-check-in.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { type Log, MINUTE, play, playLed } from '../kit/spec-log.ts';
import { NOON } from '../kit/spec-talk.ts';
import { versionOf } from '../kit/wordings.ts';

const DAY = 24 * 60 * MINUTE;
const quiet = (pauseId = 'p1') => ({ type: 'SizePause', pauseId, size: 'quiet' }) as const;
const breakUntil = (returnAt: number, pauseId = 'p1') =>
  ({ type: 'SizePause', pauseId, size: 'break', returnAt }) as const;
const returns = (stirred = 3, pauseId = 'p1') => ({ type: 'Return', pauseId, stirred }) as const;
const paused = (by: Seat = 'b') => play(heard).to('share').do(by, { type: 'Pause' });
const rated = (round: number, seat: Seat, calm: boolean, stirred: number) =>
  own({ type: 'ReturnRated', pauseId: 'p1', round, seat, calm }, { scales: { stirred } });

describe('pausing', () => {
  it('PA1 is for either partner, holder or not, at any step', () => {
    for (const guide of GUIDES) {
      const log = play(guide);
      for (let turn = 0; log.state.phase === 'live' && turn < 200; turn++) {
        for (const seat of SEATS) {
          given(log)
            .when({ type: 'Pause' }, seat)
            .records(talk({ type: 'Paused', pauseId: 'p1', by: seat }));
        }
        log.playTurn();
      }
      expect(log.state.phase).toBe('ended');
    }
  });

  it('PA1 takes a second press for the same pause, by whoever presses', () => {
    for (const seat of SEATS) given(paused()).when({ type: 'Pause' }, seat).records();
  });

  it('PA2 refuses answers, passes and approvals while paused, and loses nothing', () => {
    const log = play(reachAndRespond).to('plan').answer('a').do('a', { type: 'Pause' });
    const { turnId } = log.turn;
    given(log)
      .when({ type: 'Contribute', turnId, answer: { text: { text: 'Better.' } } }, 'a')
      .refuses('paused');
    given(log).when({ type: 'PassFloor', turnId }, 'b').refuses('paused');
    given(log)
      .when({ type: 'Approve', turnId, seq: log.state.proposal?.seq ?? 0 }, 'b')
      .refuses('paused');
    for (const seat of SEATS) log.do(seat, returns());
    expect(log.approve('b').state.phase).toBe('ended');
  });

  it('PA2 refuses to agree to words written together while paused, and what was agreed to stands', () => {
    const log = play(reachAndRespond).to('story').write('b', 'We slowed down.').agree('a').do('a', { type: 'Pause' });
    const { turnId } = log.turn;
    const version = versionOf('We slowed down.');
    given(log).when({ type: 'ApproveVersion', turnId, version }, 'b').refuses('paused');
    for (const seat of SEATS) log.do(seat, returns());
    expect(log.agree('b').step.id).toBe('fear~2');
  });

  it('PA3 lets who paused choose the size, and nobody else', () => {
    const log = paused('b');
    given(log).when(quiet(), 'a').refuses('not-yours-to-choose');
    given(log)
      .when(breakUntil(NOON + 60 * MINUTE), 'a')
      .refuses('not-yours-to-choose');
    given(log)
      .when(quiet(), 'b')
      .records(talk({ type: 'PauseSized', pauseId: 'p1', size: 'quiet' }));
  });

  it('PA3 allows a break from 20 minutes to 24 hours, to the millisecond', () => {
    const log = paused('b');
    given(log)
      .when(breakUntil(NOON + 20 * MINUTE - 1), 'b')
      .refuses('break-too-short');
    given(log)
      .when(breakUntil(NOON + DAY + 1), 'b')
      .refuses('break-too-long');
    for (const returnAt of [NOON + 20 * MINUTE, NOON + DAY]) {
      given(log)
        .when(breakUntil(returnAt), 'b')
        .records(talk({ type: 'PauseSized', pauseId: 'p1', size: 'break', returnAt }));
    }
  });

  it('PA3 sizes the pause that is on, and none that is over or was never', () => {
    given(play(heard)).when(quiet(), 'a').refuses('not-paused');
    given(paused()).when(quiet('p2'), 'b').refuses('stale-pause');
    const again = paused().do('a', returns()).do('b', returns()).do('a', { type: 'Pause' });
    given(again).when(quiet('p1'), 'a').refuses('stale-pause');
    given(again).when(returns(3, 'p1'), 'a').refuses('stale-pause');
  });

  it('PA4 brings both back, each below 7, to the same step, turn and holder', () => {
    const log = paused();
    const { turn } = log.state;
    given(log)
      .when(returns(6), 'a')
      .records(rated(1, 'a', true, 6));
    log.do('a', returns(6));
    given(log)
      .when(returns(6), 'b')
      .records(rated(1, 'b', true, 6), talk({ type: 'Resumed', pauseId: 'p1' }));
    log.do('b', returns(6));
    expect(log.state.turn).toBe(turn);
    expect(log.state.pause).toBeNull();
  });

  it('PA4 takes one rating of each, and not one from before a break for one after it', () => {
    const log = paused('b').do('a', returns());
    given(log).when(returns(), 'a').refuses('already-answered');
    log
      .do('b', breakUntil(NOON + 60 * MINUTE))
      .after(60 * MINUTE)
      .do('b', returns());
    expect(log.state.pause).not.toBeNull();
    expect(log.do('a', returns()).state.pause).toBeNull();
  });

  it('PA4 keeps a sentence on returning with its author, 280 letters at most', () => {
    const log = paused();
    given(log)
      .when({ ...returns(), sentence: 'x'.repeat(281) }, 'a')
      .refuses('too-long');
    const event = { type: 'ReturnRated', pauseId: 'p1', round: 1, seat: 'a', calm: true } as const;
    given(log)
      .when({ ...returns(), sentence: ' Better. ' }, 'a')
      .records(own(event, { scales: { stirred: 3 }, text: { sentence: 'Better.' } }));
  });

  it('PA4 has no return where there is no pause', () => {
    given(play(heard)).when(returns(), 'a').refuses('not-paused');
  });

  it('PA5 ends at once where nothing was said, by either, paused or not', () => {
    for (const seat of SEATS) {
      for (const log of [play(heard).to('rate'), play(heard).do('b', { type: 'Pause' })]) {
        given(log)
          .when({ type: 'Stop' }, seat)
          .records(
            talk({ type: 'Stopped', by: seat }),
            talk({ type: 'ConversationEnded', reason: 'stopped', kept: false }),
            {
              to: 'space',
              event: { type: 'ConversationClosed', conversationId: 'c1', reason: 'stopped', kept: false },
            },
          );
      }
    }
  });

  it('PA5 asks what may be kept where words were said, then ends', () => {
    for (const seat of SEATS) {
      const log = paused();
      given(log)
        .when({ type: 'Stop' }, seat)
        .records(
          talk({ type: 'Stopped', by: seat }),
          talk({ type: 'TurnStarted', turnId: 't5', stepId: 'keep', holders: ['a', 'b'], opensAt: NOON }),
        );
      log.do(seat, { type: 'Stop' }).choose('a', 'keep').choose('b', 'keep');
      expect(log.state.ended).toEqual({ reason: 'stopped', kept: true, at: NOON });
    }
  });

  it('PA5 asks what may be kept also where one says "not now" after the talk was led back to the beginning', () => {
    for (const seat of SEATS) {
      const log = playLed(heard).to('share').act({ type: 'ReturnFloor' }).answer('a');
      for (let back = 0; log.step.kind !== 'ready' && back < 50; back++) log.act({ type: 'StepBack' });
      const answer = { choice: 'not-now', text: { when: 'Tonight?' } };
      given(log).when({ type: 'Contribute', turnId: log.turn.turnId, answer }, seat).refuses('unknown-field');
      log.choose(seat, 'not-now');
      expect([log.state.phase, log.state.stopping, log.step.kind]).toEqual(['live', true, 'keep']);
      expect(log.read('talk').filter(({ words }) => words)).not.toEqual([]);
      log.choose('a', 'keep').choose('b', 'keep');
      expect(log.state.ended).toMatchObject({ reason: 'stopped', kept: true });
    }
  });

  it('PA5 ends a guide that keeps nothing without asking', () => {
    const log = play(fivePartCheckIn).to('witness').do('b', { type: 'Stop' });
    expect(log.state.ended).toEqual({ reason: 'stopped', kept: false, at: NOON });
  });

  it('PA5 asks once: a second press changes nothing, and what one answered already counts', () => {
    const log = paused().do('a', { type: 'Stop' });
    given(log).when({ type: 'Stop' }, 'b').records();
    const atKeep = play(heard).to('keep').choose('a', 'keep');
    given(atKeep)
      .when({ type: 'Stop' }, 'b')
      .records(talk({ type: 'Stopped', by: 'b' }));
    expect(atKeep.do('b', { type: 'Stop' }).choose('b', 'keep').state.ended).toMatchObject({
      reason: 'stopped',
      kept: true,
    });
  });

  it('PA5 stops a talk that was paused while the keeping was asked', () => {
    const log = paused().do('a', { type: 'Stop' }).choose('a', 'keep').do('b', { type: 'Pause' });
    log.do('b', breakUntil(NOON + DAY, 'p2')).do('a', { type: 'Stop' });
    expect(log.state.pause).toBeNull();
    expect(log.choose('b', 'let-go').state.ended).toMatchObject({ reason: 'stopped', kept: false });
  });

  it('PA5 asks nothing twice: after the keeping is settled it just ends', () => {
    for (const [choice, kept] of [
      ['keep', true],
      ['let-go', false],
    ] as const) {
      const log = play(heard).to('keep').choose('a', 'keep').choose('b', choice);
      expect(log.step.id).toBe('plan');
      expect(log.do('b', { type: 'Stop' }).state.ended).toMatchObject({ reason: 'stopped', kept });
    }
  });

  it('PA6 refuses to come back from a break within 20 minutes, and not after', () => {
    const log = paused('b').do('b', breakUntil(NOON + 20 * MINUTE));
    for (const seat of SEATS)
      given(log)
        .when(returns(), seat, NOON + 20 * MINUTE - 1)
        .refuses('break-not-over');
    log
      .after(20 * MINUTE)
      .do('a', returns())
      .do('b', returns());
    expect(log.state.pause).toBeNull();
  });

  it('PA6 counts the 20 minutes of a second break from when that one was chosen', () => {
    const log = paused('b')
      .do('b', breakUntil(NOON + 20 * MINUTE))
      .after(25 * MINUTE);
    log.do('b', breakUntil(NOON + 60 * MINUTE));
    given(log)
      .when(returns(), 'a', NOON + 45 * MINUTE - 1)
      .refuses('break-not-over');
    expect(log.decide('a', returns(), NOON + 45 * MINUTE)).toHaveLength(1);
  });

  it('PA6 lets no break be cut short by choosing two quiet minutes instead', () => {
    const log = paused('b').do('b', breakUntil(NOON + DAY));
    given(log)
      .when(quiet(), 'b', NOON + MINUTE)
      .refuses('break-not-over');
    expect(log.decide('b', quiet(), NOON + 20 * MINUTE)).toHaveLength(1);
  });

  const rates = (log: Log, a: number, b: number, firstToRate: Seat) => {
    const scales = { a: { stirred: a }, b: { stirred: b } };
    for (const seat of [firstToRate, firstToRate === 'a' ? 'b' : 'a'] as const)
      log.answer(seat, { scales: scales[seat] });
    return log;
  };

  it.each(GUIDES.map(({ id }) => id))('PA7 R10 offers settling to both once both rated, and names nobody: %s', (id) => {
    const guide = GUIDES.find((each) => each.id === id) ?? heard;
    const records = (
      [
        [7, 0],
        [0, 7],
        [10, 10],
      ] as const
    ).flatMap(([a, b]) =>
      SEATS.map((first) => {
        const log = play(guide).to('rate');
        const half = log.copy().answer(first, { scales: { stirred: first === 'a' ? a : b } });
        expect(half.read('talk')).toEqual(log.read('talk'));
        return rates(log, a, b, first).read('talk');
      }),
    );
    expect(records[0]?.at(-1)?.event).toEqual({ type: 'Paused', pauseId: 'p1', by: null });
    for (const record of records) expect(record).toEqual(records[0]);
  });

  it('PA7 offers nothing below 7', () => {
    expect(rates(play(heard).to('rate'), 6, 6, 'a').state.pause).toBeNull();
    expect(
      play(heard)
        .to('after')
        .answer('a', { scales: { stirred: 9, heard: 9 } })
        .answer('b').state.pause,
    ).toBeNull();
  });

  it('PA7 lets either choose how long, and then the step that follows goes on', () => {
    for (const seat of SEATS) {
      const log = rates(play(fivePartCheckIn).to('rate'), 8, 2, 'a');
      const { turn } = log.state;
      log.do(seat, quiet()).do('a', returns()).do('b', returns());
      expect(log.state.turn).toBe(turn);
      expect(log.step.id).toBe('share');
    }
  });

  it('PA8 goes on for both where somebody is not calm, and names nobody', () => {
    const talks = (
      [
        [7, 1],
        [1, 7],
        [9, 9],
      ] as const
    ).flatMap(([a, b]) => [
      paused().do('a', returns(a)).do('b', returns(b)).read('talk'),
      paused().do('b', returns(b)).do('a', returns(a)).read('talk'),
    ]);
    for (const each of talks) {
      expect(each.at(-1)?.event).toEqual({ type: 'PauseExtended', pauseId: 'p1', round: 2 });
      expect(each).toEqual(talks[0]);
    }
  });

  it('PA8 shows nobody that the first to rate is not calm', () => {
    const before = paused();
    const after = before.copy().do('a', returns(9));
    expect(after.readBy('b')).toEqual(before.readBy('b'));
    expect(before.copy().do('a', returns(1)).readBy('b')).toEqual(after.readBy('b'));
  });

  it('PA8 asks both anew in each round, as often as it takes', () => {
    const log = paused().do('a', returns(3)).do('b', returns(8));
    given(log)
      .when(returns(3), 'a')
      .records(rated(2, 'a', true, 3));
    log.do('b', returns(4)).do('a', returns(7));
    expect(log.state.pause?.round).toBe(3);
    expect(log.do('a', returns(0)).do('b', returns(0)).state.pause).toBeNull();
  });

  it('PA9 survives in the log: still paused, same step, same holder, same ratings', () => {
    const log = paused('b')
      .do('b', breakUntil(NOON + 60 * MINUTE))
      .after(30 * MINUTE)
      .do('a', returns());
    const stored: Recorded<ConversationEvent>[] = JSON.parse(JSON.stringify(log.entries));
    const restarted = stored.reduce(evolve, initialState);
    expect(restarted).toEqual(log.state);
    expect(restarted).toMatchObject({
      pause: { pauseId: 'p1', by: 'b', size: 'break', since: NOON, returnAt: NOON + 60 * MINUTE },
      turn: { stepId: 'share', holders: ['a'] },
    });
  });
});
