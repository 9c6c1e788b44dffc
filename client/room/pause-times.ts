import { BREAK_AT_LEAST, BREAK_AT_MOST } from '@turnward/shared/conversation/pause.ts';

const MINUTE = 60_000;

/** The next moment at which a clock on the wall here shows `clock` (`HH:MM`); undefined for anything else. */
export function nextMoment(clock: string, now: number): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(clock) ?? [];
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const moment = new Date(now);
  moment.setHours(Number(hours), Number(minutes), 0, 0);
  if (moment.getTime() <= now) moment.setDate(moment.getDate() + 1);
  return moment.getTime();
}

/** A full minute at least `minutes` from now, late enough that the way to the server does not make it too short. */
export const inMinutes = (minutes: number, now: number): number =>
  Math.ceil((now + minutes * MINUTE + MINUTE / 2) / MINUTE) * MINUTE;

/** Whether a break may end then: not before 20 minutes, not after 24 hours (R9). */
export const breakFits = (returnAt: number, now: number): 'fits' | 'break-too-short' | 'break-too-long' => {
  if (returnAt < now + BREAK_AT_LEAST) return 'break-too-short';
  return returnAt > now + BREAK_AT_MOST ? 'break-too-long' : 'fits';
};

/** Whole minutes that are left, never fewer than one while there is any time. */
export const minutesLeft = (until: number, now: number): number => Math.max(0, Math.ceil((until - now) / MINUTE));
