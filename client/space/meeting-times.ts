const MINUTE = 60_000;
/** A meeting is planned a year ahead at most. */
const AT_MOST = 366 * 24 * 60 * MINUTE;

const two = (number: number): string => String(number).padStart(2, '0');

/** A moment as a `datetime-local` box holds it, in the time zone of this device: `2026-11-24T10:30`. */
export function localOf(ms: number): string {
  const at = new Date(ms);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment that such a box holds, in ms; undefined where it holds none. */
export function momentIn(local: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return undefined;
  const ms = new Date(local).getTime();
  return Number.isNaN(ms) ? undefined : ms;
}

export const latestMeeting = (now: number): number => now + AT_MOST;
export const meetingFits = (at: number, now: number): boolean => at > now && at <= latestMeeting(now);
