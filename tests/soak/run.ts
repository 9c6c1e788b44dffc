import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const USAGE = 'Usage: npm run soak -- [documents] [paired-runs] [nonces] [--seeds 1000] [--from 1] [--operations 100]';

/**
 * Runs the random edits of tests/faults/document-fuzz.test.ts, the paired runs of tests/security/non-interference.test.ts, or
 * both with as many seeds as there is patience for; and a million nonces.
 */
const KINDS = ['documents', 'paired-runs', 'nonces'];
const options = { seeds: { type: 'string' }, from: { type: 'string' }, operations: { type: 'string' } } as const;
const { kinds, seeds = '1000', from = '1', operations = '100' } = read();
const vitest = join(import.meta.dirname, '../../node_modules/vitest/vitest.mjs');
const config = join(import.meta.dirname, 'vitest.config.ts');
const child = spawn(process.execPath, [vitest, 'run', ...kinds, '--config', config, '--disable-console-intercept'], {
  stdio: 'inherit',
  env: { ...process.env, SOAK_SEEDS: seeds, SOAK_FROM: from, SOAK_OPERATIONS: operations },
});
child.on('exit', (code) => process.exit(code ?? 1));

function read(): Partial<Record<keyof typeof options, string>> & { kinds: string[] } {
  try {
    const { values, positionals: kinds } = parseArgs({ options, allowPositionals: true });
    const counts = Object.values(values).every((value) => /^[1-9]\d{0,8}$/.test(value));
    if (counts && kinds.every((kind) => KINDS.includes(kind))) return { ...values, kinds };
  } catch {
    // Said below.
  }
  console.error(USAGE);
  process.exit(2);
}
