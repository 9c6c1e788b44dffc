import { describe, expect, it } from 'vitest';
import { pairedRun } from '../kit/paired-run.ts';
import { type Leak, leaky } from '../kit/paired-run-relay.ts';
import { firstDifference } from '../kit/paired-run-tap.ts';

/** Seeds in which a partner keeps to themself, and in which whoever facilitates does. */
const [PARTNER, FACILITATOR] = [1, 4];
const isDraft = (path: string) => path.includes('/draft/') || path.includes('/notes/');

/** A kind of message that no client knows. */
const WHISPER = 7;

/** What a server could let slip: each must be found, or the runs that were the same prove nothing. */
const LEAKS: [what: string, seed: number, leak: Leak][] = [
  [
    'the length of each draft message',
    PARTNER,
    ({ path, frame }, watchers) => {
      if (!isDraft(path)) return;
      for (const { documents, tell } of watchers) if (documents) tell(Uint8Array.of(WHISPER, frame.byteLength % 128));
    },
  ],
  ['that somebody is drafting, once', PARTNER, once(({ path }) => isDraft(path))],
  ['that a card was marked, once', PARTNER, once(({ frame }) => frame.includes('"MarkCard"'))],
  [
    'a facilitator’s notes',
    FACILITATOR,
    ({ path, frame }, watchers) => {
      const watcher = watchers.find(({ documents }) => documents);
      if (isDraft(path)) watcher?.tell(Buffer.concat([Uint8Array.of(WHISPER), frame]));
    },
  ],
];

/** One frame more on one line of commands, the sixth time that it could be told. */
function once(tells: (from: Parameters<Leak>[0]) => boolean): Leak {
  let times = 0;
  return (from, watchers) => {
    const watcher = watchers.find(({ documents }) => !documents);
    if (tells(from) && ++times === 6) watcher?.tell('42["presence",{"spaceId":"the-space","members":[]}]');
  };
}

describe('the comparison of paired runs', () => {
  it('DO14 finds no difference where everything is only passed on', { timeout: 120_000 }, async () => {
    const through = leaky(() => undefined);
    const [one, other] = [await pairedRun(PARTNER, 11, through), await pairedRun(PARTNER, 12, through)];
    expect(firstDifference(one.heard, other.heard)).toBeUndefined();
  });

  it.each(LEAKS)('DO14 finds %s', { timeout: 120_000 }, async (_what, seed, leak) => {
    const through = leaky(leak);
    const [one, other] = [await pairedRun(seed, 0, through), await pairedRun(seed, 12, through)];
    expect(firstDifference(one.heard, other.heard)).toBeDefined();
  });
});
