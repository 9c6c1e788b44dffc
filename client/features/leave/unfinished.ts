import { useSyncExternalStore } from 'react';
import { listeners } from '../../line/listeners.ts';

/** How often it is tried again, in ms. */
const PERIOD = 2000;
/** Says nothing but that the next opening signs out first. `/left` clears it with everything else. */
const KEY = 'signOut';

const { subscribe, tell } = listeners();
let pending = remembered();

/** LQ3. Leaving may find no connection: then this device is signed out before anything of a person is shown on it again. */
export function rememberLeaving(): void {
  try {
    localStorage.setItem(KEY, '1');
  } catch {
    // Storage is switched off: with a connection the server knows, and without one nothing more can be done.
  }
}

/** Signs out where the last leaving could not; tries again until the server has answered. */
export async function finishLeaving(): Promise<void> {
  while (pending) {
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    const done = await fetch('/api/leave', request).then(
      ({ ok }) => ok,
      () => false,
    );
    if (done) {
      forget();
      pending = false;
      tell();
    } else await new Promise((again) => setTimeout(again, PERIOD));
  }
}

/** Whether a leaving is still to be finished: nothing of anybody may be shown yet. */
export const useUnfinishedLeaving = (): boolean => useSyncExternalStore(subscribe, () => pending);

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}
