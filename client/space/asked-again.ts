import { useSyncExternalStore } from 'react';
import { lingering } from '../line/listeners.ts';
import { watchPage } from '../line/wakings.ts';
import type { Answer } from './doors.ts';

/** How often a door is asked again while something is waited for there, in ms. */
export const WHILE_WAITING = 2000;

/**
 * Something a door is asked again and again while somebody reads it and the page can be seen: `before` until the first
 * answer, then after as many ms as `again` says, or not by itself. A door that can't be reached changes nothing.
 */
export function askedAgain<Value>(
  door: () => Promise<Answer<Value>>,
  before: Value,
  again: (value: Value) => number | undefined,
): { use: () => Value; refresh: () => Promise<void> } {
  let value = before;
  let open = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const refresh = async (): Promise<void> => {
    clearTimeout(timer);
    const answer = await door();
    if (answer.ok) value = answer.value;
    readers.tell();
    clearTimeout(timer);
    const pause = again(value);
    if (open && pause !== undefined && !document.hidden) timer = setTimeout(refresh, pause);
  };
  const readers = lingering(() => {
    open = true;
    const unwatch = watchPage(() => void refresh());
    void refresh();
    return () => {
      open = false;
      unwatch();
      clearTimeout(timer);
    };
  });
  return { use: () => useSyncExternalStore(readers.subscribe, () => value), refresh };
}
