import { describe, expect, it } from 'vitest';
import { pairedRun } from '../kit/paired-run.ts';
import { firstDifference } from '../kit/paired-run-tap.ts';

const from = Number(process.env['SOAK_FROM']);
const seeds = Number(process.env['SOAK_SEEDS']);
/** Seeds of `npm test` are small: a soak looks elsewhere. */
const ELSEWHERE = 1_000_000;

describe('whole talks, twice each, that differ in what one member keeps to themself', () => {
  it(`are the same to all others, for seeds ${from} to ${from + seeds - 1}`, async () => {
    for (let seed = from; seed < from + seeds; seed++) {
      const one = await pairedRun(ELSEWHERE + seed, seed % 5 === 0 ? 0 : 2 * seed);
      const other = await pairedRun(ELSEWHERE + seed, 2 * seed + 1);
      expect(firstDifference(one.heard, other.heard), `seed ${seed}`).toBeUndefined();
      if ((seed - from + 1) % 100 === 0) console.log(`${seed - from + 1} of ${seeds} seeds`);
    }
  });
});
