/** Holds who may import whom (.dependency-cruiser.cjs), and that anything was looked at at all. */

import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import { root } from './run-step.ts';

export const workspaces = ['shared', 'server', 'client', 'tests', 'scripts'];

/** What stands in the folders below `baseDir`, judged by the project's rules. */
export async function judge(baseDir: string, folders: readonly string[]): Promise<ICruiseResult> {
  const config = await extractConfig(join(root, '.dependency-cruiser.cjs'));
  const { options, ...ruleSet } = config;
  const { output } = await cruise([...folders], { ...options, baseDir, validate: true, ruleSet });
  if (typeof output === 'string') throw new Error(output);
  return output;
}

if (import.meta.main) {
  const { modules, summary } = await judge(root, workspaces);
  const own = modules.filter(({ source }) => workspaces.some((name) => source.startsWith(`${name}/`)));
  for (const { from, to, rule } of summary.violations) {
    const why = summary.ruleSetUsed?.forbidden?.find(({ name }) => name === rule.name)?.comment;
    console.error(`${from} -> ${to}\n  ${rule.name}: ${why}`);
  }
  console.log(`${own.length} modules, ${summary.violations.length} across a boundary.`);
  for (const name of workspaces) {
    if (own.some(({ source }) => source.startsWith(`${name}/`) && source.includes('.ts'))) continue;
    console.error(`No TypeScript was read in ${name}/: the check would hold for nothing.`);
    process.exitCode = 1;
  }
  if (summary.violations.length > 0) process.exitCode = 1;
}
