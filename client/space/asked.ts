import { useSyncExternalStore } from 'react';
import type { Answer } from './doors.ts';

/**
 * Something a door was asked once and that every screen may read: a hook that gives what it answered, `before` until
 * then. Asked again when the first reader comes back; a door that can't be reached changes nothing.
 */
export function asked<Value>(door: () => Promise<Answer<Value>>, before: Value): () => Value {
  const listeners = new Set<() => void>();
  let value = before;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    if (listeners.size === 1) {
      void door().then((answer) => {
        if (!answer.ok) return;
        value = answer.value;
        for (const each of listeners) each();
      });
    }
    return () => listeners.delete(listener);
  };
  const snapshot = () => value;
  return () => useSyncExternalStore(subscribe, snapshot);
}
