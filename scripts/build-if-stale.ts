/** Builds the client unless `client/dist` was built from exactly these sources. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run-step.ts';

const stamp = join(root, 'client/dist/.built-from');
const sources = ['client/**', 'shared/**/*.ts', 'package-lock.json', 'scripts/build-if-stale.ts'];

function fingerprint(): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: root, exclude: ['**/node_modules/**', 'client/dist/**'] });
  for (const file of files.sort()) {
    const path = join(root, file);
    if (statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

const now = fingerprint();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
  console.log('Building the pages (only after a change)...');
  const code = await run('vite', 'build', 'client', '--logLevel', 'warn');
  if (code !== 0) process.exit(code);
  writeFileSync(stamp, now);
}
