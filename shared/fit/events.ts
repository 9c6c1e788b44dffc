import type { Seat } from '../kernel/stream.ts';

/**
 * Events of `fit/<seat>`, which nobody reads but the lock of the deep talks. They hold no words (FI4): `clears` says no more than what
 * any skipped question says too, whether the way is cleared.
 */
export type FitEvent =
  | { type: 'FitAnswered'; seat: Seat; version: number; clears: boolean }
  /** Taken back: as if never answered. */
  | { type: 'FitCleared'; seat: Seat };
