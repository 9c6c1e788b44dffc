import { useSyncExternalStore } from 'react';

export type Awake = 'off' | 'on' | 'unavailable';

const listeners = new Set<() => void>();
let wanted = false;
let lock: WakeLockSentinel | undefined;
let state: Awake = 'wakeLock' in navigator ? 'off' : 'unavailable';

/** Whether this device keeps its screen on. The browser drops the lock when hidden; it is taken again when shown. */
export function useAwake(): [Awake, (on: boolean) => void] {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
  return [now, keepAwake];
}

async function keepAwake(on: boolean): Promise<void> {
  wanted = on;
  if (on) document.addEventListener('visibilitychange', hold);
  else document.removeEventListener('visibilitychange', hold);
  await (on ? hold() : lock?.release());
  if (!on) become('off');
}

async function hold(): Promise<void> {
  if (!wanted || document.visibilityState !== 'visible') return;
  try {
    lock = await navigator.wakeLock.request('screen');
    become('on');
  } catch {
    // Refused, as browsers do when the battery is low: said instead of promised.
    become('unavailable');
  }
}

function become(next: Awake): void {
  state = next;
  for (const listener of listeners) listener();
}
