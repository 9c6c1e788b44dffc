import { listeners } from './listeners.ts';

const changed = listeners();
let ended = false;

/**
 * Security row 22. Whether the server says that this page is signed out. Any line may learn it first; the app then takes
 * everything off the screen.
 */
export const sessionEnd = {
  now: (): boolean => ended,
  subscribe: changed.subscribe,
  /** A line or a door was refused as signed out, or asking was in vain for too long. */
  note: (): void => become(true),
  /** Somebody is signed in here again. */
  over: (): void => become(false),
};

function become(next: boolean): void {
  if (next === ended) return;
  ended = next;
  changed.tell();
}
