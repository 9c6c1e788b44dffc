import type { HelpLines } from '@turnward/shared/wire/help-lines.ts';
import { useSyncExternalStore } from 'react';
import { listeners } from '../../line/listeners.ts';

const { subscribe, tell } = listeners();
let known: HelpLines['places'] = null;

/** Fetches the host's lines ahead, so that they are here when there is no connection any more. */
export async function fetchHostLines(): Promise<void> {
  try {
    const response = await fetch('/help-lines.json');
    if (!response.ok) return;
    known = ((await response.json()) as HelpLines).places;
    tell();
  } catch {
    // What is known already stays; where nothing is, our own list is shown.
  }
}

/** The help lines of this place, null where its host wrote none or they can't be reached. */
export const useHostLines = (): HelpLines['places'] =>
  useSyncExternalStore(
    (listener) => {
      if (!known) void fetchHostLines();
      return subscribe(listener);
    },
    () => known,
  );
