import type { Contents } from './contents.ts';

/** DO16. What a member may send in ten seconds, on all devices and documents: a point for each message and each KiB of it. */
const POINTS = 3_000;
const WINDOW = 10_000;
/** Opening a document costs more than typing in it. */
export const OPENING = 10;

const PIECES_A_POINT = 50;
const STRAIN_A_POINT = 1_000;
/** Bytes that are answered cost less than those that are sent. */
const ANSWERED_A_POINT = 4 * 1024;

/** What an edit costs beyond its bytes: the pieces it brings and breaks, and what finding their places takes. */
export function pointsOf({ items, deletes }: Contents, strain: number): number {
  let pieces = items.length;
  for (const ranges of deletes.clients.values()) pieces += ranges.length;
  return Math.floor(pieces / PIECES_A_POINT) + Math.floor(strain / STRAIN_A_POINT);
}

export const pointsOfAnswer = (bytes: number): number => Math.floor(bytes / ANSWERED_A_POINT);

export type Budget = {
  /** Whether this much is still to be had in this window of ten seconds. */
  take(who: string, points: number): boolean;
};

/**
 * Counts for everybody begin anew with each window, so that nothing is kept of anybody. `now` in ms, of a clock that nobody
 * sets back.
 */
export function openBudget(now: () => number): Budget {
  const spent = new Map<string, number>();
  let until = 0;
  return {
    take(who, points) {
      const at = now();
      if (at >= until) {
        spent.clear();
        until = at + WINDOW;
      }
      const sum = (spent.get(who) ?? 0) + points;
      spent.set(who, sum);
      return sum <= POINTS;
    },
  };
}
