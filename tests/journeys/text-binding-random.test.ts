import { describe, expect, it } from 'vitest';
import { until } from '../kit/person.ts';
import { aBoundBox } from './text-binding-kit.ts';

const { page, said, compose, commit } = aBoundBox();

/** The same numbers for the same seed, 0 to 1. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS = ['a', 'aa', 'ab', 'we ', 'word', '\n', '😀', '😁', '🧑‍🤝‍🧑', '日本', 'a longer piece of it. '];

/** One act of a person or of the other one: what it is, where (two places from 0 to 1 along the text), and words. */
type Act = { what: number; from: number; to: number; words: string };

const actsOf = (seed: number, count: number): Act[] => {
  const next = chance(seed);
  const act = () => ({ what: next(), from: next(), to: next(), words: WORDS[Math.floor(next() * WORDS.length)] ?? '' });
  return Array.from({ length: count }, act);
};

/** Runs in the page: everything but composing. */
function act({ what, from, to, words }: Act): void {
  const { binding } = window;
  const { area } = binding;
  const at = (text: string, share: number) => {
    const characters = [...text];
    return characters.slice(0, Math.round(share * characters.length)).join('').length;
  };
  if (what < 0.5) {
    const [start, end] = [at(area.value, from), at(area.value, to)].sort((one, other) => one - other);
    area.setSelectionRange(start ?? 0, what < 0.3 ? (start ?? 0) : (end ?? 0), 'backward');
    if (what < 0.4) document.execCommand('insertText', false, words);
    else document.execCommand('delete');
  } else if (what < 0.85) {
    const { theirs } = binding.said();
    const [start, end] = [at(theirs, from), at(theirs, to)].sort((one, other) => one - other) as [number, number];
    if (what < 0.72) binding.theyInsert(start, words);
    else binding.theyDelete(start, Math.min(end - start, 12));
  } else if (what < 0.9) binding.undo();
  else if (what < 0.92) binding.redo();
  else if (what < 0.96) binding.apart();
  else binding.together();
}

const settled = (seed: number) =>
  until(async () => {
    const { box, mine, theirs } = await said();
    expect({ seed, mine, theirs }).toEqual({ seed, mine: box, theirs: box });
    expect(box).not.toContain('\ufffd');
  });

describe('a box and a text under random edits from both sides', () => {
  it('DP2 DP3 say the same in the end: keys, deletions, undo, and a line that comes and goes', async () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      await page().evaluate(
        ([source, acts]) => {
          window.bindAnew();
          const run = new Function(`return (${source})`)() as (one: Act) => void;
          for (const one of acts) run(one);
          window.binding.together();
        },
        [act.toString(), actsOf(seed, 80)] as const,
      );
      await settled(seed);
    }
  });

  it('DP2 say the same in the end: words that are composed while the other writes', async () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      await page().evaluate(() => window.bindAnew());
      for (const one of actsOf(seed, 25)) {
        if (one.what < 0.5) await compose(one.words);
        else if (one.what < 0.6) await commit(one.words);
        await page().evaluate(
          ([source, given]) => (new Function(`return (${source})`)() as (one: Act) => void)(given),
          [act.toString(), { ...one, what: 0.5 + one.what * 0.35 }] as const,
        );
      }
      await commit('.');
      await settled(seed);
    }
  });
});
