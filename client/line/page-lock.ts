import { listeners } from './listeners.ts';

const changed = listeners();
let locked = false;

/**
 * LK2. Whether this page is locked. Any line or door may learn it first; the app then takes everything of a person off the screen,
 * and every line waits until it is over.
 */
export const pageLock = {
  now: (): boolean => locked,
  subscribe: changed.subscribe,
  note: (): void => become(true),
  over: (): void => become(false),
};

function become(next: boolean): void {
  if (next === locked) return;
  locked = next;
  changed.tell();
}
