import type { Waiting } from '@turnward/shared/wire/doors.ts';
import { useSyncExternalStore } from 'react';
import { type Answer, doors } from '../../space/doors.ts';

/** How often the door is asked while the page can be seen, in ms. */
const PERIOD = 2000;
const listeners = new Set<() => void>();
let waiting: Waiting | { state: 'unknown' } = { state: 'unknown' };
let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether this device waits to be let in. Asks again every 2 s while it does, and rests while nobody looks. */
export function useWaiting(): Waiting | { state: 'unknown' } {
  return useSyncExternalStore(subscribe, () => waiting);
}

/** Asks now: after a code was handed in, or when the page is seen again. */
export async function refreshWaiting(): Promise<void> {
  clearTimeout(timer);
  const answer = await askDoor();
  if (answer.ok) waiting = answer.value;
  else if (answer.refusal === 'signed-out') waiting = { state: 'none' };
  for (const listener of listeners) listener();
  clearTimeout(timer);
  const on = waiting.state === 'waiting' || waiting.state === 'unknown';
  if (on && listeners.size > 0 && !document.hidden) timer = setTimeout(refreshWaiting, PERIOD);
}

/** Nobody is asked for before they signed in: a first look at the page is no fault to log. */
async function askDoor(): Promise<Answer<Waiting>> {
  if (waiting.state === 'waiting') return doors.waiting();
  const me = await doors.me();
  if (!me.ok) return me;
  return me.value.member ? doors.waiting() : { ok: true, value: { state: 'none' } };
}

const whenSeen = () => {
  if (!document.hidden) void refreshWaiting();
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    document.addEventListener('visibilitychange', whenSeen);
    void refreshWaiting();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener('visibilitychange', whenSeen);
    clearTimeout(timer);
  };
}
