import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
/** Says which letters each part of the typeface holds; the parts lie beside it. */
const LETTERS = require.resolve('@fontsource/noto-sans/unicode.json');

/** The parts that the typeface comes in, by the writing each holds, most used first. */
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese', 'cyrillic-ext', 'greek-ext'] as const;
export type Subset = (typeof SUBSETS)[number];
export type Weight = 400 | 600;

/** Where a part of the typeface is on this machine. `woff`: the letters put together of several break as `woff2`. */
export const fontFile = (subset: Subset, weight: Weight): string =>
  path.join(path.dirname(LETTERS), 'files', `noto-sans-${subset}-${weight}-normal.woff`);

type Range = { from: number; to: number };
const ranges: Record<Subset, Range[]> = readRanges();

function readRanges(): Record<Subset, Range[]> {
  const known: Record<string, string> = JSON.parse(readFileSync(LETTERS, 'utf8'));
  const parse = (range: string): Range => {
    const [, from = '', to = from] = /^U\+([0-9A-F]+)(?:-([0-9A-F]+))?$/.exec(range) ?? [];
    return { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) };
  };
  return Object.fromEntries(SUBSETS.map((subset) => [subset, known[subset]?.split(',').map(parse) ?? []])) as never;
}

const holds = (subset: Subset, letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0;
  return ranges[subset].some(({ from, to }) => from <= code && code <= to);
};

/** Stands for a letter that none of the fonts has. */
export const MISSING = '\uFFFD';

/** A stretch of text in one part of the typeface. */
export type Run = { subset: Subset; text: string };

/** Cuts one line of text by the fonts that its letters are in; each letter stays with its neighbours where it can. */
export function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  for (const letter of drawable(line)) {
    const last = runs.at(-1);
    const subset = last && holds(last.subset, letter) ? last.subset : SUBSETS.find((each) => holds(each, letter));
    if (last && (subset === undefined ? last.subset === 'latin' : last.subset === subset)) {
      last.text += subset === undefined ? MISSING : letter;
    } else runs.push({ subset: subset ?? 'latin', text: subset === undefined ? MISSING : letter });
  }
  return runs;
}

/** How many letters may stand together before a line may break between them. */
const LONGEST_WORD = 60;
const TOO_LONG = new RegExp(`[^ ]{${LONGEST_WORD + 1}}| {${LONGEST_WORD + 1}}`, 'u');
const PIECES = new RegExp(`[^ ]{0,${LONGEST_WORD}} {0,${LONGEST_WORD}}`, 'gu');

/** Cuts words that no line holds, and gaps: setting them takes ever longer the longer they are. */
export function cutLong({ subset, text }: Run): Run[] {
  if (!TOO_LONG.test(text)) return [{ subset, text }];
  return (text.match(PIECES) ?? []).filter((piece) => piece !== '').map((piece) => ({ subset, text: piece }));
}

/** Without what is not seen: controls become a space, and what only steers other letters goes. Arrows are written out. */
const drawable = (line: string): string =>
  line
    .normalize('NFC')
    .replaceAll('→', '->')
    .replaceAll('←', '<-')
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll(/[\p{Cf}\p{Variation_Selector}]/gu, '');
