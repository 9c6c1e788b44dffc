import type { Quantiles } from '../load/quantiles.ts';
import type { EndFigures, Ends } from '../measures/ends.ts';

/** What is over when somebody is not here any more, under the head of its column. */
const PARTS = { frame: 'last frame', line: 'line closed', document: 'document closed', door: 'door shut' } as const;
type Part = keyof typeof PARTS;
const WIDE = 26;

/** The slowest of all, p99 of its way, in ms. */
export const slowestEnd = (ends: Ends): number =>
  Math.max(...ends.of.flatMap((end) => (Object.keys(PARTS) as Part[]).map((part) => end[part]?.p99 ?? 0)));

export function printEnds(ends: Ends): void {
  const row = (cells: readonly string[]) => console.log(`  ${cells.map((cell) => cell.padEnd(WIDE)).join('')}`);
  const figure = (of: Quantiles | undefined) =>
    of ? `${of.p50.toFixed(1)} / ${of.p99.toFixed(1)} / ${of.max.toFixed(1)}` : '-';
  console.log(`\nFrom the end of somebody's being here to the end of what they get (ms, p50 / p99 / at most):`);
  row(['', ...Object.values(PARTS)]);
  const parts = Object.keys(PARTS) as Part[];
  for (const end of ends.of) row([nameOf(end), ...parts.map((part) => figure(end[part]))]);
}

const nameOf = ({ ending, count }: EndFigures): string => `${ending} (${count})`;
