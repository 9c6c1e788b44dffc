import { useSyncExternalStore } from 'react';

/** Half a minute: how exactly a page needs to know that an invitation ran out. */
const PERIOD = 30_000;
const now = () => Math.floor(Date.now() / PERIOD) * PERIOD;

/** The time of this device in ms, rounded down to half a minute. */
export function useNow(): number {
  return useSyncExternalStore((listener) => {
    const timer = setInterval(listener, PERIOD);
    return () => clearInterval(timer);
  }, now);
}
