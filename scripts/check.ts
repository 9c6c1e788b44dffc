/**
 * `npm test`: everything that must hold, in the order in which it is cheapest to hear of a fault. All of it runs even
 * where something failed, and a summary ends it.
 */
import { performance } from 'node:perf_hooks';
import { run } from './run-step.ts';

type Step = { name: string; command: [string, ...string[]] };

const steps: Step[] = [
  { name: 'lock file', command: ['node', 'scripts/check-lock.ts'] },
  { name: 'types', command: ['node', 'scripts/check-types.ts'] },
  { name: 'lint and format', command: ['biome', 'check', '--error-on-warnings'] },
  { name: 'boundaries', command: ['node', 'scripts/check-boundaries.ts'] },
  { name: 'unused', command: ['knip'] },
  { name: 'build', command: ['node', 'scripts/build-if-stale.ts'] },
  { name: 'size', command: ['node', 'scripts/check-size.ts'] },
  { name: 'browser', command: ['node', 'tests/kit/ensure-chromium.ts'] },
  { name: 'tests', command: ['vitest', 'run'] },
];

const rows: { name: string; ok: boolean; seconds: number }[] = [];
for (const { name, command } of steps) {
  console.log(`\n== ${name}`);
  const began = performance.now();
  const code = await run(...command);
  rows.push({ name, ok: code === 0, seconds: (performance.now() - began) / 1000 });
}

console.log('\n== summary');
for (const { name, ok, seconds } of rows) {
  console.log(`${ok ? 'held  ' : 'FAILED'}  ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s`);
}
const failed = rows.filter(({ ok }) => !ok).map(({ name }) => name);
console.log(
  failed.length === 0 ? '\nAll of it held.' : `\nNot all of it held: ${failed.join(', ')}. Details are above.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
