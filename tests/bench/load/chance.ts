/** A seeded generator (xorshift32), so that every peer and every run meets the same arrivals. */
export type Chance = { below(limit: number): number; exponential(perSecond: number): number };

export function chance(seed: number): Chance {
  let state = seed | 0 || 1;
  /** Between 0 and 1, both left out. */
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 2 ** 32;
  };
  return {
    below: (limit) => Math.floor(next() * limit),
    /** The gap to the next arrival in ms. */
    exponential: (perSecond) => (-Math.log(next()) * 1000) / perSecond,
  };
}
