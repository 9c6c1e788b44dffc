/** The subscribing half of an external store. */
export type Listeners = { subscribe: (listener: () => void) => () => void; tell: () => void };

export function listeners(): Listeners {
  const all = new Set<() => void>();
  return {
    subscribe(listener) {
      all.add(listener);
      return () => all.delete(listener);
    },
    tell() {
      for (const listener of [...all]) listener();
    },
  };
}

/** How long a store stays open after its last reader left: moving between screens does not close it. In ms. */
const LINGER = 5000;

/** Listeners of a store that is open only while somebody reads it. `open` returns how to close. */
export function lingering(open: () => () => void): Listeners {
  const { subscribe, tell } = listeners();
  let readers = 0;
  let close: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    tell,
    subscribe(listener) {
      readers += 1;
      clearTimeout(timer);
      close ??= open();
      const leave = subscribe(listener);
      return () => {
        leave();
        readers -= 1;
        if (readers > 0) return;
        timer = setTimeout(() => {
          close?.();
          close = undefined;
        }, LINGER);
      };
    },
  };
}
