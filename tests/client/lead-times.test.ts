import { floorClock, minutesAndSeconds, partsOf } from '@turnward/client/features/lead/times-view.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { describe, expect, it } from 'vitest';
import { LedRecord } from './led-record.ts';

/** Where the guide waits for the leader, they open the floor. */
function atShare(): LedRecord {
  const talk = new LedRecord(heard).begin().playTo('share');
  if (talk.state.hold) talk.lead({ type: 'ReturnFloor', turnId: talk.turnId });
  return talk;
}
const times = (talk: LedRecord) => floorClock(talk.streams.talk)(talk.now);

describe('time in step and share of the floor', () => {
  it('FL8 counts the time of the present turn by the clock of the server', () => {
    const talk = atShare();
    talk.pass(65_000);
    expect(times(talk).inStep).toBe(65_000);
    expect(times(talk).shares).toEqual({ a: { ms: 65_000, turns: 1 }, b: { ms: 0, turns: 0 } });
  });

  it('FL1 where both write the floor is nobody’s alone', () => {
    const talk = new LedRecord(heard).begin();
    talk.pass(30_000);
    expect(times(talk)).toMatchObject({ inStep: 30_000, shares: { a: { ms: 0, turns: 0 }, b: { ms: 0, turns: 0 } } });
  });

  it('FL4 a pause counts for neither', () => {
    const talk = atShare();
    talk.pass(10_000);
    talk.partner('b', { type: 'Pause' });
    talk.pass(600_000);
    expect(times(talk)).toMatchObject({ inStep: 10_000, shares: { a: { ms: 10_000 } } });
  });

  it('FA6 a floor that is held counts for the step, and for nobody', () => {
    const talk = atShare();
    talk.pass(10_000);
    talk.lead({ type: 'HoldFloor', turnId: talk.turnId });
    talk.pass(20_000);
    talk.lead({ type: 'ReturnFloor', turnId: talk.turnId });
    talk.pass(5_000);
    expect(times(talk)).toMatchObject({ inStep: 35_000, shares: { a: { ms: 15_000, turns: 1 } } });
  });

  it('FA8 a turn that was interrupted goes on counting where it was', () => {
    const talk = atShare();
    talk.pass(10_000);
    talk.lead({ type: 'HandFloor', turnId: talk.turnId, to: 'b' });
    talk.pass(7_000);
    expect(times(talk)).toMatchObject({ inStep: 7_000, shares: { b: { ms: 7_000, turns: 1 } } });
    talk.lead({ type: 'ReturnFloor', turnId: talk.turnId });
    talk.pass(1_000);
    expect(times(talk)).toMatchObject({ inStep: 11_000, shares: { a: { ms: 11_000, turns: 1 } } });
  });

  it('FL8 a clock that runs behind makes no time negative', () => {
    const talk = atShare();
    expect(floorClock(talk.streams.talk)(talk.now - 5_000)).toMatchObject({ inStep: 0, shares: { a: { ms: 0 } } });
  });

  it('CL7 says the parts in whole percent that make a whole, once there is anything to divide', () => {
    const share = (ms: number) => ({ ms, turns: 1 });
    expect(partsOf({ a: share(20_000), b: share(10_000) })).toEqual({ a: 67, b: 33 });
    expect(partsOf({ a: share(400), b: share(0) })).toBeNull();
    expect(minutesAndSeconds(125_900)).toEqual({ minutes: 2, seconds: 5 });
  });
});
