import type { WrongTries } from '../ports/app-lock-store.ts';

/** So many tries are free; in ms: the first wait, which doubles with every further wrong try, and the longest. */
const FREE = 5;
const FIRST_WAIT = 60_000;
const LONGEST_WAIT = 60 * 60_000;
/** Wrong tries count for so long: whoever comes back an hour later does not begin with five free ones. In ms. */
export const REMEMBERED = 24 * 60 * 60_000;

/** LK4. When the next try counts, ms. */
export const openFrom = ({ count, at }: WrongTries): number =>
  count < FREE ? 0 : at + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (count - FREE));

/** One try, counted as wrong before it is looked at, so that many at once gain nothing; undefined where it is too soon. */
export function counted(before: WrongTries, now: number): WrongTries | undefined {
  if (now < openFrom(before)) return undefined;
  return { count: now - before.at < REMEMBERED ? before.count + 1 : 1, at: now };
}
