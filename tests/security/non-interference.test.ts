import { describe, expect, it } from 'vitest';
import { type PairedRun, pairedRun } from '../kit/paired-run.ts';
import { firstDifference } from '../kit/paired-run-tap.ts';

const PAIRS = Array.from({ length: 160 }, (_, at) => at + 1);
/** Every fifth time the first run keeps nothing at all, so that existence is compared, too. */
const SILENT_EVERY = 5;

/** Row 19. Whole talks, twice each: what one keeps to themself differs, what everybody else is sent does not. */
describe('two runs that differ in what one member keeps to themself', () => {
  const runs: PairedRun[] = [];

  it.each(PAIRS)(
    'DO14 DK2 PR3 PR5 are the same to all others, frame by frame and byte by byte: seed %i',
    {
      timeout: 60_000,
    },
    async (seed) => {
      const one = await pairedRun(seed, seed % SILENT_EVERY === 0 ? 0 : seed * 1_000 + 1);
      const other = await pairedRun(seed, seed * 1_000 + 2);
      runs.push(one, other);
      expect(firstDifference(one.heard, other.heard)).toBeUndefined();
      expect(one.kept).not.toEqual(other.kept);
    },
  );

  it('DO14 were no silent ones: much was kept, and much was heard', () => {
    const sum = (count: (run: PairedRun) => number) => runs.reduce((total, run) => total + count(run), 0);
    expect(sum(({ kept }) => kept.keystrokes)).toBeGreaterThan(5_000);
    expect(sum(({ kept }) => kept.lines)).toBeGreaterThan(300);
    expect(sum(({ kept }) => kept.marks)).toBeGreaterThan(300);
    expect(sum(({ kept }) => kept.answers)).toBeGreaterThan(150);
    expect(new Set(runs.map(({ keeper }) => keeper))).toEqual(new Set(['a', 'b', 'facilitator']));
    const sockets = new Set(
      runs.flatMap(({ heard }) => [...heard.keys()].map((socket) => socket.replace(/ \d+$/, ''))),
    );
    for (const who of ['a', 'b', 'facilitator']) {
      for (const line of [
        'line',
        'deck',
        'story',
        'doors',
        'a draft that is not theirs',
        'a notes that is not theirs',
      ]) {
        expect(sockets).toContain(`${who}: ${line}`);
      }
    }
    expect(
      sum(({ heard }) => [...heard.values()].reduce((frames, socket) => frames + socket.length, 0)),
    ).toBeGreaterThan(8_000);
  });
});
