import {
  type Act,
  type Bench,
  benchKey,
  closedBecause,
  closedNow,
  standingOf,
} from '@turnward/client/features/lead/acts-view.ts';
import { may, mayEver, momentIn } from '@turnward/shared/conversation/rights.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { initialSpace } from '@turnward/shared/space/state.ts';
import { describe, expect, it } from 'vitest';
import { HELPER, LEADER, LedRecord } from './led-record.ts';

const here = { state: 'here', devices: 1 } as const;
const facilitator = (memberId: string) => ({ memberId, role: 'facilitator', practice: null, nameSeq: 1 }) as const;

const bench = (talk: LedRecord, memberId = LEADER, more: Partial<Bench> = {}): Bench => ({
  state: talk.state,
  guide: talk.guide,
  step: talk.step,
  connection: 'connected',
  memberId,
  role: 'facilitator',
  space: { ...initialSpace, members: [facilitator(LEADER), facilitator(HELPER)] },
  presence: { a: here, b: here },
  ...more,
});

const ACTS: Act[] = [
  'MoveOn',
  'StepBack',
  'SkipStep',
  'HoldFloor',
  'HandFloor',
  'InsertStep',
  'TimeOut',
  'Pause',
  'Whisper',
];
const closed = (talk: LedRecord, act: Act, memberId?: string) => closedBecause(bench(talk, memberId), act);

describe('which acts are open, and why the others are not', () => {
  it('FA1 follows the table of rights at every moment, for whoever leads and for another facilitator', () => {
    const talk = new LedRecord(heard);
    const moments = [
      () => undefined,
      () => void talk.begin(),
      () => void talk.playTo('share'),
      () => talk.lead({ type: 'HoldFloor', turnId: talk.turnId }),
      () => talk.partner('a', { type: 'Pause' }),
    ];
    for (const goOn of moments) {
      goOn();
      const moment = momentIn(talk.state);
      if (!moment) throw new Error('nothing is open');
      for (const memberId of [LEADER, HELPER]) {
        const seat = bench(talk, memberId);
        for (const act of ACTS) {
          const allowed = may(act as 'MoveOn', standingOf(seat), moment) && !(act === 'Pause' && moment === 'paused');
          expect({ act, moment, open: closedNow(seat, act) === null }).toEqual({ act, moment, open: allowed });
        }
      }
    }
    expect(mayEver('MoveOn', 'facilitator')).toBe(false);
  });

  it('FA4 says who leads where somebody else does, and that nobody does where the line of the leader is lost', () => {
    const talk = new LedRecord(heard).begin();
    expect(closed(talk, 'MoveOn', HELPER)).toBe('others-lead');
    const lost = bench(talk, HELPER, { state: { ...talk.state, lead: { memberId: LEADER, lost: true } } });
    expect(closedBecause(lost, 'MoveOn')).toBe('nobody-leads');
    expect(closedBecause(lost, 'TakeLead')).toBeNull();
    const left = bench(talk, HELPER, { space: { ...initialSpace, members: [facilitator(HELPER)] } });
    expect(closedBecause(left, 'MoveOn')).toBe('nobody-leads');
  });

  it('FA5 names what is lacking before it begins, the nearest first', () => {
    const talk = new LedRecord(heard);
    expect(closed(talk, 'Begin')).toBe('not-admitted');
    for (const seat of ['a', 'b'] as const) talk.lead({ type: 'Admit', seat });
    expect(closed(talk, 'Begin')).toBe('not-ready');
    for (const seat of ['a', 'b'] as const) talk.partner(seat, { type: 'SetReady', ready: true });
    expect(closed(talk, 'Begin')).toBeNull();
    expect(closedBecause(bench(talk, LEADER, { presence: { a: here } }), 'Begin')).toBe('not-here');
    expect(closed(talk, 'MoveOn')).toBe('gathering');
  });

  it('FA11 leaves to the two what only they decide', () => {
    const talk = new LedRecord(heard).begin().playTo('keep');
    expect(closed(talk, 'MoveOn')).toBe('only-the-two');
    expect(closed(talk, 'SkipStep')).toBe('only-the-two');
    expect(closed(talk, 'InsertStep')).toBe('only-the-two');
    expect(closed(talk, 'SettleBoth')).toBeNull();
    expect(closed(talk, 'EndGently')).toBe('closing');
  });

  it('FA8 puts one step in between at a time, and it can be left', () => {
    const talk = new LedRecord(heard).begin();
    expect(closed(talk, 'StepBack')).toBe('nothing-before');
    talk.lead({ type: 'InsertStep', turnId: talk.turnId, what: 'settle' });
    expect(closed(talk, 'SettleBoth')).toBe('in-between');
    expect(closed(talk, 'HandFloor')).toBe('in-between');
    for (const act of ['MoveOn', 'StepBack', 'EndGently'] as const) expect(closed(talk, act)).toBeNull();
  });

  it('FA12 asks for a smaller piece where words are shown, and once', () => {
    const talk = new LedRecord(heard).begin();
    expect(closed(talk, 'AskSmaller')).toBe('no-box');
    talk.playTo('share');
    expect(closed(talk, 'AskSmaller')).toBeNull();
    talk.lead({ type: 'AskSmaller', turnId: talk.turnId });
    expect(closed(talk, 'AskSmaller')).toBe('short-already');
  });

  it('CL5 closes everything while the line is gone, and says so', () => {
    const talk = new LedRecord(heard).begin();
    for (const act of ACTS)
      expect(closedBecause(bench(talk, LEADER, { connection: 'reconnecting' }), act)).toBe('line');
  });

  it('CL6 the buttons are other ones after every change of turn, hold, pause and lead', () => {
    const talk = new LedRecord(heard).begin().playTo('share');
    const keys = [benchKey(talk.state)];
    for (const act of ['ReturnFloor', 'HoldFloor', 'ReturnFloor', 'MoveOn'] as const) {
      talk.pass(1000);
      talk.lead({ type: act, turnId: talk.turnId });
      keys.push(benchKey(talk.state));
    }
    talk.partner('b', { type: 'Pause' });
    keys.push(benchKey(talk.state));
    for (let at = 1; at < keys.length; at++) expect(keys[at]).not.toBe(keys[at - 1]);
  });
});
