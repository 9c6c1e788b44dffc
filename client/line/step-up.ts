import { listeners } from './listeners.ts';

const changed = listeners();
let waiting: ((confirmed: boolean) => void)[] = [];

/** AC5, AC10. A fresh sign-in is wanted first: the app asks for it over the page, and what was asked for is asked again. */
export const stepUp = {
  subscribe: changed.subscribe,
  wanted: (): boolean => waiting.length > 0,
  /** Resolves once the person has confirmed that it is them (true), or would rather not (false). */
  ask(): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    waiting.push(resolve);
    changed.tell();
    return promise;
  },
  settle(confirmed: boolean): void {
    const all = waiting;
    waiting = [];
    for (const each of all) each(confirmed);
    changed.tell();
  },
};
