import { useSyncExternalStore } from 'react';

export type Politeness = 'polite' | 'assertive';
export type Announcement = { id: number; text: string };

const nothing: Announcement = { id: 0, text: '' };
const listeners = new Set<() => void>();
let latest: Record<Politeness, Announcement> = { polite: nothing, assertive: nothing };
let count = 0;

/**
 * Says a sentence to screen readers. `assertive` interrupts: only for "the floor is yours", "paused" and "offline".
 * The same sentence twice is said twice.
 */
export function announce(text: string, politeness: Politeness = 'polite'): void {
  count += 1;
  latest = { ...latest, [politeness]: { id: count, text } };
  for (const listener of listeners) listener();
}

/** Takes back what was said last, so that it can’t be read in the page any more. */
export function hush(): void {
  latest = { polite: nothing, assertive: nothing };
  for (const listener of listeners) listener();
}

export function useAnnouncements(): Record<Politeness, Announcement> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => latest,
  );
}
