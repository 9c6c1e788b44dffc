/** Of columns, in characters. */
const WIDE = { name: 42, value: 20, ratio: 10 };

type Figure<Of> = { name: string; digits: number; of(results: Of): number | undefined };

/**
 * One row a figure: Turnward, the others, and how many times theirs Turnward takes (`beside`: whose, under which head). Rows
 * that nobody has a figure for are left out.
 */
export function printTable<Name extends string, Of>(
  figures: readonly Figure<Of>[],
  results: Record<Name | 'Turnward', Of>,
  beside: Record<Exclude<Name, 'Turnward'>, string>,
): void {
  const others = Object.keys(beside) as Exclude<Name, 'Turnward'>[];
  const rows = figures
    .map(({ name, digits, of }) => ({
      name,
      digits,
      ours: of(results.Turnward),
      theirs: others.map((other) => of(results[other])),
    }))
    .filter(({ ours, theirs }) => [ours, ...theirs].some((value) => value !== undefined));
  if (rows.length === 0) return;
  const row = (name: string, values: readonly string[], ratios: readonly string[]) =>
    console.log(
      name.padEnd(WIDE.name) +
        values.map((value) => value.padStart(WIDE.value)).join('') +
        ratios.map((value) => value.padStart(WIDE.ratio)).join(''),
    );
  console.log('');
  row('', ['Turnward', ...others], Object.values(beside));
  for (const { name, digits, ours, theirs } of rows) {
    const values = [ours, ...theirs].map((value) => figure(value, digits));
    row(
      name,
      values,
      theirs.map((value) => ratio(ours, value)),
    );
  }
}

const figure = (value: number | undefined, digits: number): string =>
  value === undefined
    ? '-'
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

const ratio = (ours: number | undefined, theirs: number | undefined): string =>
  ours === undefined || !theirs ? '-' : (ours / theirs).toFixed(2);
