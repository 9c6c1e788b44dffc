import { pauseView } from '@turnward/client/features/talk/pause-view.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { TalkRecord } from './record-talk.ts';

const MINUTE = 60_000;

describe('a pause as each of the two sees it', () => {
  let talk: TalkRecord;
  beforeEach(() => {
    talk = new TalkRecord(heard).playTo('share');
  });

  const seen = (seat: Seat) => pauseView(talk.state, talk.streams.talk, seat, talk.now);
  const rate = (seat: Seat, stirred: number) =>
    talk.do(seat, { type: 'Return', pauseId: talk.pauseId, stirred, sentence: 'Here again.' });

  it('is nothing while no pause is recorded', () => {
    expect(seen('a')).toBeNull();
  });

  it('PA3 lets the one who paused choose, and shows the other what was chosen', () => {
    talk.do('a', { type: 'Pause' });
    expect(seen('a')).toMatchObject({ asked: 'me', mayChoose: true, size: undefined, until: undefined });
    expect(seen('b')).toMatchObject({ asked: 'partner', mayChoose: false });
    talk.do('a', { type: 'SizePause', pauseId: talk.pauseId, size: 'quiet' });
    expect(seen('b')).toMatchObject({ size: 'quiet', until: talk.now + 2 * MINUTE, over: false, mayReturn: true });
  });

  it('PA7 names nobody where the guide offered the pause, and either may choose', () => {
    talk = new TalkRecord(heard).playTo('rate');
    const answer = (seat: Seat, stirred: number) =>
      talk.do(seat, { type: 'Contribute', turnId: talk.turnId, answer: { scales: { stirred } } });
    answer('a', 3);
    answer('b', 8);
    expect(seen('a')).toMatchObject({ asked: 'guide', mayChoose: true });
    expect(seen('a')).toEqual(seen('b'));
  });

  it('the time of two quiet minutes is over after two minutes, counted from the choice', () => {
    talk.do('b', { type: 'Pause' });
    talk.now += MINUTE;
    talk.do('b', { type: 'SizePause', pauseId: talk.pauseId, size: 'quiet' });
    talk.now += 2 * MINUTE - 1;
    expect(seen('a')?.over).toBe(false);
    talk.now += 1;
    expect(seen('a')?.over).toBe(true);
  });

  it('PA6 only a break keeps people away, even where the clock of the page is a little behind', () => {
    talk.do('a', { type: 'Pause' });
    talk.now -= 1000;
    expect(seen('a')?.mayReturn).toBe(true);
  });

  it('PA6 a break opens the way back after 20 minutes, and its time is over at the time that was named', () => {
    talk.do('a', { type: 'Pause' });
    const returnAt = talk.now + 60 * MINUTE;
    talk.do('a', { type: 'SizePause', pauseId: talk.pauseId, size: 'break', returnAt });
    talk.now += 20 * MINUTE - 1;
    expect(seen('a')).toMatchObject({ mayReturn: false, over: false });
    talk.now += 1;
    expect(seen('a')).toMatchObject({ mayReturn: true, over: false, long: false });
    talk.now = returnAt;
    expect(seen('a')).toMatchObject({ over: true, long: true });
  });

  it('PR3 shows that I have answered, and nothing of whether the other has', () => {
    talk.do('a', { type: 'Pause' });
    const before = seen('b');
    rate('a', 2);
    expect(seen('a')?.rated).toBe(true);
    expect(seen('b')).toEqual(before);
  });

  it('PA8 goes on for both when somebody is not calm, the same for each, with two more minutes', () => {
    talk.do('a', { type: 'Pause' });
    talk.do('a', { type: 'SizePause', pauseId: talk.pauseId, size: 'quiet' });
    talk.now += 3 * MINUTE;
    rate('a', 2);
    rate('b', 8);
    for (const seat of ['a', 'b'] as const) {
      expect(seen(seat)).toMatchObject({ extended: true, rated: false, over: false, until: talk.now + 2 * MINUTE });
    }
  });

  it('PA8 says nothing of more rest once a new size was chosen after it', () => {
    talk.do('a', { type: 'Pause' });
    rate('a', 2);
    rate('b', 8);
    talk.now += MINUTE;
    talk.do('a', { type: 'SizePause', pauseId: talk.pauseId, size: 'break', returnAt: talk.now + 30 * MINUTE });
    expect(seen('b')).toMatchObject({ extended: false, rated: false, until: talk.now + 30 * MINUTE });
  });

  it('asks after five minutes whether to come back or to stop, and again five minutes after a new round', () => {
    talk.do('a', { type: 'Pause' });
    talk.now += 5 * MINUTE - 1;
    expect(seen('b')?.long).toBe(false);
    talk.now += 1;
    expect(seen('b')?.long).toBe(true);
    rate('a', 9);
    rate('b', 1);
    expect(seen('b')?.long).toBe(false);
    talk.now += 5 * MINUTE;
    expect(seen('b')?.long).toBe(true);
  });
});
