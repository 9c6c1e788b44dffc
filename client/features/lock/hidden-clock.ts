/** LK2. How long a page may be hidden before it locks, in ms. */
export const HIDDEN_FOR = 120_000;

export type HiddenClockParts = {
  /** ms; a clock that goes on while the device sleeps. */
  now: () => number;
  /** Calls after so many ms, or later where the browser lets hidden pages wait; returns how to call it off. */
  after: (ms: number, then: () => void) => () => void;
  /** LK9. Whether another page of ours is in front on this device. */
  anotherInFront: () => Promise<boolean>;
  lock: () => void;
};

/** Locks what was hidden for two minutes: while it is hidden, or else before it is seen again. */
export function openHiddenClock({ now, after, anotherInFront, lock }: HiddenClockParts) {
  let hiddenAt: number | undefined;
  let callOff = () => {};

  const arm = (since: number) => {
    hiddenAt = since;
    callOff();
    callOff = after(HIDDEN_FOR - (now() - since), () => void due());
  };
  const due = async () => {
    const asked = hiddenAt;
    const used = await anotherInFront();
    if (asked === undefined || hiddenAt !== asked) return;
    if (used) arm(now());
    else lock();
  };

  return {
    hidden(): void {
      if (hiddenAt === undefined) arm(now());
    },
    shown(): void {
      const since = hiddenAt;
      hiddenAt = undefined;
      callOff();
      if (since !== undefined && now() - since >= HIDDEN_FOR) lock();
    },
  };
}
