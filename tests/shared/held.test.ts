import { talk } from '@turnward/shared/conversation/outcome.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { plainAnswer } from '../kit/spec-answers.ts';
import { ADA, facilitator, GRACE, type Log, led, play, playLed } from '../kit/spec-log.ts';
import { NOON } from '../kit/spec-talk.ts';
import { versionOf } from '../kit/wordings.ts';

const ada = facilitator(ADA);
const open = (log: Log): Log => (log.state.hold ? log.act({ type: 'ReturnFloor' }) : log);

describe('a floor that is held', () => {
  it('FA3 FA6 is held by whoever leads, and returned; again changes nothing', () => {
    const log = playLed(heard).to('intend');
    const { turnId } = log.turn;
    given(log).when({ type: 'ReturnFloor', turnId }, ada).refuses('not-held');
    given(log)
      .when({ type: 'HoldFloor', turnId }, ada)
      .records(talk({ type: 'FloorHeld', by: ADA, turnId }));
    log.act({ type: 'HoldFloor' });
    expect(log.state.hold).toEqual({ by: ADA, since: NOON });
    given(log).when({ type: 'HoldFloor', turnId }, ada).records();
    given(log)
      .when({ type: 'ReturnFloor', turnId }, ada)
      .records(talk({ type: 'FloorReturned', by: ADA, turnId }));
    expect(log.act({ type: 'ReturnFloor' }).state.hold).toBeNull();
  });

  const closings = [
    ['held', (log: Log) => log.act({ type: 'HoldFloor' })],
    ['one sent back', (log: Log) => log.lead({ type: 'SendBack', seat: 'b' })],
  ] as const;

  it.each(closings)('FA6 refuses every answer, pass and approval, and loses nothing: %s', (_, close) => {
    const at = (stepId: string) => open(playLed(reachAndRespond).to(stepId));
    for (const stepId of ['rate', 'fear', 'hear.check']) {
      const log = close(at(stepId));
      const { turn } = log;
      for (const seat of SEATS) {
        given(log)
          .when({ type: 'Contribute', turnId: turn.turnId, answer: plainAnswer(log.step) }, seat)
          .refuses('held');
        given(log).when({ type: 'PassFloor', turnId: turn.turnId }, seat).refuses('held');
      }
      expect(log.state.turn).toEqual(turn);
    }
    const story = close(at('story').write('a', 'We stayed.').agree('a'));
    const { turnId } = story.turn;
    given(story)
      .when({ type: 'ApproveVersion', turnId, version: versionOf('We stayed.') }, 'b')
      .refuses('held');
    const plan = close(at('plan').answer('a'));
    given(plan)
      .when({ type: 'Approve', turnId: plan.turn.turnId, seq: plan.state.proposal?.seq ?? 0 }, 'b')
      .refuses('held');
  });

  it.each(closings)('FA6 goes on with what was there once it is open: %s', (_, close) => {
    const log = close(playLed(heard).to('rate').answer('a'));
    if (log.state.hold) log.act({ type: 'ReturnFloor' });
    else log.lead({ type: 'Admit', seat: 'b' });
    expect(log.answer('b').step.id).toBe('intend');
  });

  it.each(closings)('FA6 leaves Pause, Stop and marking to the two: %s', (_, close) => {
    const log = close(open(playLed(reachAndRespond).to('fear')));
    for (const seat of SEATS) {
      given(log)
        .when({ type: 'Pause' }, seat)
        .records(talk({ type: 'Paused', pauseId: 'p1', by: seat }));
      expect(log.copy().do(seat, { type: 'Stop' }).state.stopping).toBe(true);
      expect(log.copy().mark(seat, 'losing').state.marks[seat]).toHaveProperty('losing');
    }
    const stopped = log.do('b', { type: 'Stop' });
    expect(stopped.choose('a', 'keep').choose('b', 'keep').state.ended).toMatchObject({ kept: true });
  });

  it('FA6 is still held after a pause', () => {
    const log = playLed(heard).to('intend').act({ type: 'HoldFloor' }).do('b', { type: 'Pause' });
    const { turnId } = log.turn;
    given(log).when({ type: 'PassFloor', turnId }, 'a').refuses('paused');
    given(log).when({ type: 'ReturnFloor', turnId }, ada).refuses('paused');
    for (const seat of SEATS) log.do(seat, { type: 'Return', pauseId: 'p1', stirred: 1 });
    given(log).when({ type: 'PassFloor', turnId }, 'a').refuses('held');
    expect(log.act({ type: 'ReturnFloor' }).pass('a').pass('b').step.id).toBe('share');
  });

  it('FA6 opens where whoever leads moves on', () => {
    const log = playLed(heard).to('intend').act({ type: 'HoldFloor' }).act({ type: 'MoveOn' });
    expect(log.state.hold).toEqual({ by: null, since: NOON }); // The guide waits at what follows.
    expect(log.act({ type: 'MoveOn' }).act({ type: 'MoveOn' }).state.hold).toBeNull();
  });

  it('FA6 closes the keeping to nobody who stopped: holding a floor does not hold anybody in the talk', () => {
    const log = playLed(heard).to('keep').act({ type: 'HoldFloor' }).do('a', { type: 'Stop' });
    expect(log.state.hold).toBeNull();
    expect(log.choose('a', 'keep').choose('b', 'let-go').state.ended).toMatchObject({ reason: 'stopped', kept: false });
  });
});

describe('where the guide waits for the facilitator', () => {
  it.each([
    [heard, ['share', 'share~2']],
    [reachAndRespond, ['fear', 'ask', 'fear~2', 'ask~2']],
  ] as const)('FA7 the floor is held as the step begins, until whoever leads opens it: %#', (guide, waiting) => {
    const begun = (log: Log) =>
      log
        .to('end')
        .read('talk')
        .flatMap(({ event }) => (event.type === 'TurnStarted' && event.held ? [event.stepId] : []));
    expect(begun(playLed(guide))).toEqual(waiting);
    expect(begun(play(guide))).toEqual([]);
    for (const stepId of waiting) {
      const log = playLed(guide).to(stepId);
      expect(log.state.hold).toEqual({ by: null, since: log.turn.startedAt });
      given(log)
        .when({ type: 'PassFloor', turnId: log.turn.turnId }, log.turn.holders[0] ?? 'a')
        .refuses('held');
      given(log).when({ type: 'HoldFloor', turnId: log.turn.turnId }, ada).records();
      expect(log.act({ type: 'ReturnFloor' }).pass(log.turn.holders[0] ?? 'a').step.id).not.toBe(stepId);
    }
  });

  it('FA7 nothing waits for whose line is lost', () => {
    const log = playLed(heard).to('intend').do({ role: 'server', memberId: ADA }, { type: 'NoteLead', here: false });
    expect(log.to('share').state.hold).toBeNull();
  });
});

describe('the first turn of a facilitated talk', () => {
  it('FA6 is open to both once it has begun', () => {
    expect(playLed(heard).choose('a', 'yes').choose('b', 'yes').step.id).toBe('rate');
    expect(led(heard).state.hold).toBeNull();
    expect(playLed(heard).do(facilitator(ADA), { type: 'HandLead', to: GRACE }).choose('a', 'yes').state.lead).toEqual({
      memberId: GRACE,
      lost: false,
    });
  });
});
