import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let secret = '';

/**
 * R6. A link's secret stands in the fragment, which browsers send to nobody. It is taken out of the address bar before
 * anything is drawn and lives in this page's memory only. Taking it uses nothing up.
 */
export function takeArrival(): void {
  take();
  // The same page, opened again with another link.
  addEventListener('hashchange', take);
}

export function useArrival(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => secret,
  );
}

function take(): void {
  const { pathname, hash } = location;
  if (!/^\/(join|device|mail)\/?$/.test(pathname) || hash.length < 2) return;
  secret = hash.slice(1);
  history.replaceState(history.state, '', pathname);
  for (const listener of listeners) listener();
}
