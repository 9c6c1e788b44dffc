import { breakFits, inMinutes, minutesLeft, nextMoment } from '@turnward/client/room/pause-times.ts';
import { describe, expect, it } from 'vitest';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const at = (hours: number, minutes: number, seconds = 0) => new Date(2026, 10, 24, hours, minutes, seconds).getTime();

describe('the times of a break', () => {
  it('a time of day is the next moment at which clocks here show it', () => {
    expect(nextMoment('10:30', at(9, 0))).toBe(at(10, 30));
    expect(nextMoment('08:15', at(9, 0))).toBe(at(8, 15) + DAY);
    expect(nextMoment('09:00', at(9, 0))).toBe(at(9, 0) + DAY);
  });

  it.each(['', '9:00', '24:00', '12:60', 'noon'])('%j is no time of day', (clock) => {
    expect(nextMoment(clock, at(9, 0))).toBeUndefined();
  });

  it('R9 what is offered as 20 minutes is long enough when it comes to the server a little later', () => {
    for (const now of [at(9, 0), at(9, 0, 1), at(9, 0, 59)]) {
      expect(breakFits(inMinutes(20, now), now + 25_000)).toBe('fits');
      expect(inMinutes(20, now) % MINUTE).toBe(0);
    }
  });

  it('R9 a break is neither shorter than 20 minutes nor longer than 24 hours', () => {
    const now = at(9, 0);
    expect(breakFits(now + 20 * MINUTE - 1, now)).toBe('break-too-short');
    expect(breakFits(now + 20 * MINUTE, now)).toBe('fits');
    expect(breakFits(now + DAY, now)).toBe('fits');
    expect(breakFits(now + DAY + 1, now)).toBe('break-too-long');
  });

  it('minutes that are left are whole, and none once the time is over', () => {
    expect(minutesLeft(at(9, 2), at(9, 0, 30))).toBe(2);
    expect(minutesLeft(at(9, 2), at(9, 1, 59))).toBe(1);
    expect(minutesLeft(at(9, 2), at(9, 5))).toBe(0);
  });
});
