/** Places in one stream, from the first to the last, both counted: [3, 5] is 3, 4 and 5. */
export type SeqRange = [from: number, to: number];

/** With one more place, later than all of them. What is next to the last range joins it, so a long row stays one pair. */
export function withSeq(ranges: readonly SeqRange[], seq: number): SeqRange[] {
  const last = ranges.at(-1);
  return last?.[1] === seq - 1 ? [...ranges.slice(0, -1), [last[0], seq]] : [...ranges, [seq, seq]];
}

export const seqsIn = (ranges: readonly SeqRange[]): number[] =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
