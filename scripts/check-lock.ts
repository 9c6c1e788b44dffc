/**
 * Holds the lock file whole. npm drops an optional platform package that the registry does not have, without a word, and
 * the install then fails on another kind of machine. It must also name no place to download from.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-step.ts';

type Locked = { version?: string; resolved?: string; link?: boolean; optionalDependencies?: Record<string, string> };

/** The faults of a lock file, one sentence each. */
export function faultsOfLock(text: string): string[] {
  const { packages } = JSON.parse(text) as { packages: Record<string, Locked> };
  const present = new Set(Object.keys(packages).map(nameAt));
  return Object.entries(packages).flatMap(([path, locked]) => {
    const missing = Object.keys(locked.optionalDependencies ?? {}).filter((name) => !present.has(name));
    const who = `${nameAt(path) || 'the project'} ${locked.version ?? ''}`.trim();
    return [
      ...missing.map((name) => `${who} lost its optional package ${name}: pin a version that has all of them`),
      ...(locked.resolved && !locked.link ? [`${who} names a download address: ${locked.resolved}`] : []),
    ];
  });
}

/** `node_modules/a/node_modules/@b/c` -> `@b/c`. */
const nameAt = (path: string): string => path.split('node_modules/').at(-1) ?? '';

if (import.meta.main) {
  const faults = faultsOfLock(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log('The lock file is whole.');
}
