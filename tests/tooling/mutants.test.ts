import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ALL_MUTANTS } from '../mutants/all-mutants.ts';

const project = join(import.meta.dirname, '../..');
const ROWS = Array.from({ length: 40 }, (_, at) => at + 1);

it('each of the forty requirements has a mutant', () => {
  const known = new Set(ALL_MUTANTS.map(({ row }) => row));
  expect(ROWS.filter((row) => !known.has(row))).toEqual([]);
});

it.each(ALL_MUTANTS)('row $row: $without stands in $file once, with tests to hold it', ({ file, find, put, tests }) => {
  expect(readFileSync(join(project, file), 'utf8').split(find)).toHaveLength(2);
  expect(put).not.toBe(find);
  expect(tests.filter((test) => !existsSync(join(project, test)))).toEqual([]);
});
