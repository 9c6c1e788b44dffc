import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');

it('.env.example is what the settings say (npm run env:example)', () => {
  const { stdout } = spawnSync(process.execPath, ['server/env-example.ts'], { cwd: project, encoding: 'utf8' });
  expect(readFileSync(join(project, '.env.example'), 'utf8')).toBe(stdout);
});
