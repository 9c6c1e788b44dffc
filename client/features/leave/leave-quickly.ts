import { rememberLeaving } from './unfinished.ts';

/**
 * R5, R6. Blank at once, sign this device out, then be somewhere else. `/left` is ours: it clears what the browser keeps
 * and leads on to a neutral site. `replace` leaves no entry to come back to. The others only read that a connection is
 * paused.
 */
export function leaveQuickly(): void {
  blank();
  // Elsewhere a page may ask “leave with unsent words?”; here nothing may stand in the way.
  addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
  rememberLeaving();
  const signOut = { method: 'POST', keepalive: true, headers: { 'content-type': 'application/json' }, body: '{}' };
  fetch('/api/leave', signOut).catch(() => undefined);
  location.replace('/left');
}

/** R6. A page that the browser kept alive and brings back with Back is not shown again. */
export function watchReturn(): void {
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    blank();
    location.replace('/');
  });
}

export function blank(): void {
  document.title = '\u00a0';
  // What was open over the page must not look for its focus in a page that is empty.
  for (const moved of ['focusin', 'focusout', 'focus', 'blur'])
    addEventListener(moved, (event) => event.stopImmediatePropagation(), { capture: true });
  document.body.replaceChildren();
  document.documentElement.style.background = '#ffffff';
}
