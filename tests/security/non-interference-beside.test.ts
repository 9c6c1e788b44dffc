import { describe, expect, it } from 'vitest';
import { besideRun, type PairedRun } from '../kit/paired-run.ts';
import { BESIDE } from '../kit/paired-run-beside.ts';
import { leaky } from '../kit/paired-run-relay.ts';
import { firstDifference } from '../kit/paired-run-tap.ts';

const PAIRS = Array.from({ length: 40 }, (_, at) => at + 1);
/** Every fourth time nothing at all goes on beside the talk in the first run, so that existence is compared, too. */
const SILENT_EVERY = 4;

/** Whole talks that somebody leads, twice each: what goes on between the leader and one partner differs. */
describe('two runs that differ in what goes on beside the talk', () => {
  const runs: PairedRun[] = [];

  it.each(PAIRS)(
    'WH1 WH2 WH3 WH5 are the same to the other partner and an observer, frame by frame and byte by byte: seed %i',
    { timeout: 120_000 },
    async (seed) => {
      const one = await besideRun(seed, seed % SILENT_EVERY === 0 ? 0 : seed * 1_000 + 1);
      const other = await besideRun(seed, seed * 1_000 + 2);
      runs.push(one, other);
      expect(firstDifference(one.heard, other.heard)).toBeUndefined();
      expect(one.kept).not.toEqual(other.kept);
    },
  );

  it('WH1 says no word of it to anybody else, in any frame', () => {
    for (const { heard, keeper } of runs) {
      const frames = [...heard.values()].flat();
      expect(frames.filter((frame) => frame.includes(BESIDE) || frame.includes(`aside/${keeper}`))).toEqual([]);
    }
  });

  it('WH1 were no silent ones: much went on beside them, and much was heard', () => {
    const sum = (count: (run: PairedRun) => number) => runs.reduce((total, run) => total + count(run), 0);
    expect(sum(({ kept }) => kept.beside)).toBeGreaterThan(200);
    expect(new Set(runs.map(({ keeper }) => keeper))).toEqual(new Set(['a', 'b']));
    const frames = (who: string) =>
      sum(({ heard }) => [...heard].reduce((all, [socket, its]) => all + (socket.startsWith(who) ? its.length : 0), 0));
    expect(frames('observer: line')).toBeGreaterThan(1_000);
    expect(frames('facilitator: ')).toBe(0);
    const said = runs.flatMap(({ heard }) => [...heard.values()].flat()).join('\n');
    for (const act of [
      'StepInserted',
      'FloorHeld',
      'SlowModeSet',
      'SentBack',
      'TurnResumed',
      '"kept":true',
      '"kept":false',
    ])
      expect(said).toContain(act);
  });

  it('WH1 would have found one frame more for each whisper', { timeout: 120_000 }, async () => {
    let told = 0;
    const through = leaky(({ frame }, watchers) => {
      const watcher = watchers.find(({ documents }) => !documents);
      if (frame.includes('"Whisper"') && ++told === 3)
        watcher?.tell('42["presence",{"spaceId":"the-space","members":[]}]');
    });
    const [one, other] = [await besideRun(1, 0, through), await besideRun(1, 12, through)];
    expect(told).toBeGreaterThan(2);
    expect(firstDifference(one.heard, other.heard)).toBeDefined();
  });
});
