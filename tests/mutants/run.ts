/**
 * `npm run test:mutants`: takes one control out after the other, each on a copy of the project, and expects a test to fail.
 * Ends with 1 where one survives. `-- --row 20` runs those of one requirement.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { ALL_MUTANTS } from './all-mutants.ts';
import { Copy, type Verdict } from './copy.ts';
import type { Mutant } from './mutant.ts';

const LANES = Math.min(2, availableParallelism());
const { values } = parseArgs({ options: { row: { type: 'string', multiple: true } } });
const chosen = ALL_MUTANTS.filter(({ row }) => values.row === undefined || values.row.includes(String(row)));

const results = new Map<Mutant, Verdict>();
const copies = Array.from({ length: LANES }, () => new Copy());
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const copy of copies) copy.remove();
    process.exit(1);
  });
}
try {
  const [first] = copies;
  const whole = await first?.tests([...new Set(chosen.flatMap(({ tests }) => tests))], { minutes: 20 });
  if (!whole?.passed)
    throw new Error(`The tests fail on the untouched copy, so that they prove nothing:\n${whole?.said}`);
  console.log('The tests hold on an untouched copy.\n');
  const queue = [...chosen];
  await Promise.all(copies.map((copy) => work(copy, queue)));
} finally {
  for (const copy of copies) copy.remove();
}

const lived = chosen.filter((mutant) => !results.get(mutant)?.killed);
console.log(`\n${chosen.length} mutants, ${chosen.length - lived.length} killed.`);
process.exitCode = lived.length === 0 ? 0 : 1;

async function work(copy: Copy, queue: Mutant[]): Promise<void> {
  for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
    const verdict = await copy.judge(mutant);
    results.set(mutant, verdict);
    const seconds = verdict.seconds.toFixed(0).padStart(4);
    console.log(`${label(mutant.row)} ${verdict.killed ? 'killed  ' : 'SURVIVED'} ${seconds} s  ${mutant.without}`);
    console.log(`                      ${verdict.by}`);
  }
}

function label(row: number): string {
  return `row ${String(row).padStart(2)}`;
}
