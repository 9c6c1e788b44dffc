import { talk } from '@turnward/shared/conversation/outcome.ts';
import { GUIDES, stepById } from '@turnward/shared/guides/all-guides.ts';
import { BETWEEN } from '@turnward/shared/guides/between.ts';
import { stepSchema } from '@turnward/shared/guides/guide-schema.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { STUCK } from '@turnward/shared/guides/macros.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { ADA, facilitator, type Log, MINUTE, playLed } from '../kit/spec-log.ts';
import { NOON } from '../kit/spec-talk.ts';
import { versionOf } from '../kit/wordings.ts';

const ada = facilitator(ADA);
const atShare = () => playLed(heard).to('share').act({ type: 'ReturnFloor' });
const settle = (log: Log) => log.act({ type: 'InsertStep', what: 'settle' });
const between = (turnId: string, stepId: string, holders: Seat[], opensAt = NOON) =>
  talk({ type: 'TurnStarted', turnId, stepId, holders, opensAt, detour: true });
const resumed = (turnId: string) => talk({ type: 'TurnResumed', turnId });

/** What belongs to the turn that is on, and may not change by what is put in between. */
const floorOf = ({ state: { turn, done, proposal, approvals, answered, trail } }: Log) => ({
  turn,
  done,
  proposal,
  approvals,
  answered,
  trail,
});

const WAYS = [
  ['settle', settle, (log: Log) => log.answer('b').answer('a')],
  ['tell', (log: Log) => log.act({ type: 'InsertStep', what: 'tell', to: 'b' }), (log: Log) => log.answer('b')],
  ['mirror', (log: Log) => log.act({ type: 'InsertStep', what: 'mirror', to: 'a' }), (log: Log) => log.answer('a')],
  ['floor', (log: Log) => log.act({ type: 'HandFloor', to: 'b' }), (log: Log) => log.answer('b')],
  ['passed', (log: Log) => log.act({ type: 'HandFloor', to: 'a' }), (log: Log) => log.pass('a')],
  ['returned', (log: Log) => log.act({ type: 'HandFloor', to: 'a' }), (log: Log) => log.act({ type: 'ReturnFloor' })],
  ['moved on', settle, (log: Log) => log.act({ type: 'MoveOn' })],
  ['skipped', settle, (log: Log) => log.act({ type: 'SkipStep', reason: 'Enough.' })],
  ['stepped back', settle, (log: Log) => log.act({ type: 'StepBack' })],
] as const;

describe('the steps that may be put in between', () => {
  it('FA8 GU1 fit the schema, are found in every guide, and can be passed', () => {
    for (const [name, step] of Object.entries(BETWEEN)) {
      expect(stepSchema.parse(step)).toEqual(step);
      expect(step).toMatchObject({ id: `between.${name}`, visibility: 'pair', pass: 'end', outline: 'between' });
      for (const guide of GUIDES) expect(stepById(guide, step.id)).toBe(step);
      if (step.fields.length > 0) expect(step.starters.at(-1)).toBe(STUCK);
    }
    expect(Object.values(BETWEEN).map(({ kind }) => kind)).toEqual(['settle', 'mirror', 'share', 'share']);
  });
});

describe('a step put in between', () => {
  it('FA3 FA8 is for both to settle, and for the one who is named to tell back, to say it, or to have the floor', () => {
    const log = atShare();
    const { turnId } = log.turn;
    given(log)
      .when({ type: 'InsertStep', turnId, what: 'settle' }, ada)
      .records(
        talk({ type: 'StepInserted', by: ADA, turnId, what: 'settle' }),
        between('t5', 'between.settle', ['a', 'b'], NOON + MINUTE),
      );
    for (const to of SEATS) {
      given(log)
        .when({ type: 'InsertStep', turnId, what: 'mirror', to }, ada)
        .records(
          talk({ type: 'StepInserted', by: ADA, turnId, what: 'mirror', to }),
          between('t5', 'between.mirror', [to], NOON + 4_000),
        );
      given(log)
        .when({ type: 'InsertStep', turnId, what: 'tell', to }, ada)
        .records(
          talk({ type: 'StepInserted', by: ADA, turnId, what: 'tell', to }),
          between('t5', 'between.tell', [to]),
        );
      given(log)
        .when({ type: 'HandFloor', turnId, to }, ada)
        .records(talk({ type: 'FloorHanded', by: ADA, turnId, to }), between('t5', 'between.floor', [to]));
    }
  });

  it('FA8 says whose it is where it is one’s, and only there', () => {
    const log = atShare();
    const { turnId } = log.turn;
    given(log).when({ type: 'InsertStep', turnId, what: 'settle', to: 'a' }, ada).refuses('unknown-field');
    given(log).when({ type: 'InsertStep', turnId, what: 'mirror' }, ada).refuses('unknown-field');
    given(log).when({ type: 'InsertStep', turnId, what: 'tell' }, ada).refuses('unknown-field');
  });

  it.each(WAYS)('FA8 goes back to the turn it interrupted, as it was: %s', (_, put, finish) => {
    for (const stepId of ['rate', 'intend', 'fear', 'hear.check', 'story', 'ask~2']) {
      const log = playLed(reachAndRespond).to(stepId);
      if (log.state.hold) log.act({ type: 'ReturnFloor' });
      // Something is done already, where two have to do it.
      if (['rate', 'intend'].includes(stepId)) log.answer('a');
      if (stepId === 'story') log.write('b', 'We stayed.').agree('a');
      const before = floorOf(log);
      put(log);
      expect(log.state).toMatchObject({ interrupted: { turn: before.turn }, done: [], proposal: null, approvals: {} });
      expect(log.turn.turnId).not.toBe(before.turn?.turnId);
      finish(log);
      expect(floorOf(log)).toEqual(before);
      expect([log.state.interrupted, log.read('talk').at(-1)?.event]).toEqual([
        null,
        { type: 'TurnResumed', turnId: before.turn?.turnId },
      ]);
    }
  });

  it('FA8 keeps a proposal that waits for the other', () => {
    const log = playLed(heard).to('plan').answer('a');
    const before = floorOf(log);
    expect(before.proposal).not.toBeNull();
    expect(floorOf(settle(log).answer('a').answer('b'))).toEqual(before);
    expect(log.approve('b').state.phase).toBe('ended');
  });

  it('FA8 says once that the turn goes on, with what ended the step in between', () => {
    const log = settle(atShare());
    given(log)
      .when({ type: 'MoveOn', turnId: 't5' }, ada)
      .records(talk({ type: 'MovedOn', by: ADA, turnId: 't5' }), resumed('t4'));
    given(log)
      .when({ type: 'SkipStep', turnId: 't5', reason: 'Enough.' }, ada)
      .records(talk({ type: 'StepSkipped', by: ADA, turnId: 't5' }, { text: { reason: 'Enough.' } }), resumed('t4'));
    given(log)
      .when({ type: 'StepBack', turnId: 't5' }, ada)
      .records(talk({ type: 'SteppedBack', by: ADA, turnId: 't5', stepId: 'share' }), resumed('t4'));
    given(log)
      .when({ type: 'ReturnFloor', turnId: 't5' }, ada)
      .records(talk({ type: 'FloorReturned', by: ADA, turnId: 't5' }), resumed('t4'));
  });

  it('FA8 goes on after it: the next turn has an id of its own', () => {
    const log = settle(atShare()).act({ type: 'ReturnFloor' });
    expect(log.turn.turnId).toBe('t4');
    expect(log.answer('a').turn).toMatchObject({ turnId: 't6', stepId: 'hear.mirror' });
  });

  it('FA8 is answered by whoever holds it, and by no other', () => {
    const log = atShare().act({ type: 'HandFloor', to: 'b' });
    const answer = { text: { text: 'I am sad.' } };
    given(log).when({ type: 'Contribute', turnId: 't4', answer }, 'a').refuses('stale-turn');
    given(log).when({ type: 'Contribute', turnId: 't5', answer }, 'a').refuses('not-your-floor');
    const about = { turnId: 't5', stepId: 'between.floor', kind: 'share', seat: 'b' } as const;
    given(log)
      .when({ type: 'Contribute', turnId: 't5', answer }, 'b')
      .records(talk({ type: 'Contributed', ...about }, answer), resumed('t4'));
  });

  it('FA8 is one at a time', () => {
    const log = settle(atShare());
    given(log).when({ type: 'InsertStep', turnId: 't5', what: 'settle' }, ada).refuses('in-between-already');
    given(log).when({ type: 'HandFloor', turnId: 't5', to: 'b' }, ada).refuses('in-between-already');
    log.act({ type: 'ReturnFloor' });
    expect(settle(log).turn.turnId).toBe('t6');
  });

  it('FA8 can be held and paused like any other, and still goes back', () => {
    const log = settle(atShare()).act({ type: 'HoldFloor' }).do('b', { type: 'Pause' });
    for (const seat of SEATS) log.do(seat, { type: 'Return', pauseId: 'p1', stirred: 1 });
    given(log).when({ type: 'PassFloor', turnId: 't5' }, 'a').refuses('held');
    log.act({ type: 'ReturnFloor' });
    expect([log.step.id, log.state.hold]).toEqual(['between.settle', null]);
    expect(log.pass('a').pass('b').turn.turnId).toBe('t4');
  });

  it('FA8 opens a floor that was held, and what it goes back to is open', () => {
    const log = settle(playLed(heard).to('share'));
    expect(log.state.hold).toBeNull();
    expect(log.act({ type: 'HoldFloor' }).act({ type: 'MoveOn' }).state.hold).toBeNull();
    expect(log.answer('a').step.id).toBe('hear.mirror');
  });

  it('FA8 is dropped with what it interrupted where one of the two stops, or the talk is ended gently', () => {
    const stopped = settle(atShare().answer('a')).do('b', { type: 'Stop' });
    expect(stopped.state).toMatchObject({ interrupted: null, stopping: true, turn: { stepId: 'keep' } });
    expect(stopped.choose('a', 'let-go').choose('b', 'let-go').state.phase).toBe('ended');
    const ended = settle(atShare()).act({ type: 'EndGently' });
    expect(ended.state).toMatchObject({ interrupted: null, turn: { stepId: 'thank' } });
    expect(ended.state.trail.slice(-2)).toEqual(['share', 'thank']);
    expect(ended.to('end').state.ended?.reason).toBe('completed');
  });

  it('FA8 ends where the closing is on already, and the closing goes on', () => {
    const log = settle(playLed(heard).to('after'));
    const { turnId } = log.turn;
    given(log)
      .when({ type: 'EndGently', turnId }, ada)
      .records(talk({ type: 'EndedGently', by: ADA, turnId }), resumed(`t${log.state.turns - 1}`));
  });

  it('FA8 loses no key to what is kept: whoever stops comes back to the question that one has answered', () => {
    const log = settle(playLed(heard).to('keep').choose('a', 'keep'));
    log.do('b', { type: 'Stop' });
    expect(log.state).toMatchObject({ stopping: true, interrupted: null, turn: { stepId: 'keep' } });
    expect(log.choose('b', 'keep').state.ended).toMatchObject({ reason: 'stopped', kept: true });
  });

  it('FA11 brings in no words once somebody may have said what is kept', () => {
    for (const stepId of ['keep', 'plan']) {
      const log = playLed(heard).to(stepId);
      const { turnId } = log.turn;
      for (const act of [
        { type: 'HandFloor', turnId, to: 'a' },
        { type: 'InsertStep', turnId, what: 'tell', to: 'b' },
        { type: 'InsertStep', turnId, what: 'mirror', to: 'b' },
      ] as const) {
        given(log).when(act, ada).refuses('only-the-two-decide');
      }
      expect(settle(log).step.id).toBe('between.settle');
    }
  });

  it('FA8 its words are their author’s, to be kept or left out like all others', () => {
    const log = atShare()
      .act({ type: 'HandFloor', to: 'b' })
      .answer('b', { text: { text: 'Only this.' } })
      .to('keep');
    const seq = 1 + log.read('talk').findIndex(({ words }) => words?.text?.['text'] === 'Only this.');
    expect(log.state.authors[seq]).toBe('b');
    log.choose('a', 'keep').answer('b', { choice: 'keep', omit: [seq] });
    expect(log.read('talk')[seq - 1]?.words).toBeNull();
  });

  it('TU11 an edit that was on its way takes back the approvals that wait behind it', () => {
    const log = playLed(reachAndRespond).to('story').write('a', 'We stayed.').agree('a');
    const { turnId } = log.turn;
    settle(log);
    given(log)
      .when({ type: 'TakeBackApprovals', turnId }, 'b')
      .records(talk({ type: 'ApprovalsTakenBack', turnId, by: 'b' }));
    log.do('b', { type: 'TakeBackApprovals', turnId });
    given(log).when({ type: 'TakeBackApprovals', turnId }, 'b').records();
    given(log).when({ type: 'TakeBackApprovals', turnId: 't1' }, 'b').refuses('stale-turn');
    log.act({ type: 'ReturnFloor' });
    expect(log.state.approvals).toEqual({});
    expect(log.agree('b').state.approvals).toEqual({ b: versionOf('We stayed.') });
  });
});
