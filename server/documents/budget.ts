/** DO16. What a member may send in ten seconds, on all devices and documents: a point for each message and each KiB of it. */
const POINTS = 3_000;
const WINDOW = 10_000;
/** Opening a document costs more than typing in it. */
export const OPENING = 10;

export type Budget = {
  /** Whether this much is still to be had in this window of ten seconds. */
  take(memberId: string, points: number): boolean;
};

/** Counts for all members begin anew with each window, so that nothing is kept of anybody. */
export function openBudget(now: () => number): Budget {
  const spent = new Map<string, number>();
  let until = 0;
  return {
    take(memberId, points) {
      const at = now();
      if (at >= until) {
        spent.clear();
        until = at + WINDOW;
      }
      const sum = (spent.get(memberId) ?? 0) + points;
      spent.set(memberId, sum);
      return sum <= POINTS;
    },
  };
}
