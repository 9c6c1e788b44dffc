import { listeners } from './listeners.ts';

const changed = listeners();
let wasIn = false;
let ended = false;

/**
 * Security row 22. Whether this page was signed in and is not any more. Any line or door may learn it first; the app then takes
 * everything off the screen.
 */
export const sessionEnd = {
  now: (): boolean => ended,
  subscribe: changed.subscribe,
  /** A door knew who this is. */
  knownAs: (): void => {
    wasIn = true;
  },
  /** A door knew nobody here: the end of a session, where one was known. */
  refused(): void {
    if (wasIn) become(true);
  },
  /** A line was closed as signed out, or asking was in vain for too long. */
  note: (): void => become(true),
  /** Somebody is signed in here again. */
  over: (): void => become(false),
};

function become(next: boolean): void {
  if (next === ended) return;
  ended = next;
  changed.tell();
}
