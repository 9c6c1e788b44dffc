import type { Seat } from '../kernel/stream.ts';

/**
 * Events of `fit/<seat>`, which that partner alone reads. `FitAnswered` carries the answers as words, by question. Its header, which
 * is not sealed, says no more than what any skipped question says too: whether the way is cleared.
 */
export type FitEvent =
  | { type: 'FitAnswered'; seat: Seat; version: number; clears: boolean }
  /** Taken back: as if never answered. */
  | { type: 'FitCleared'; seat: Seat };
