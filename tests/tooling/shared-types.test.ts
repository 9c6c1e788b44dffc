import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'turnward-types-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('gives shared neither the browser nor Node to see', () => {
  const beyond = ['document', 'fetch', 'setTimeout', 'console', 'process', 'Buffer', 'crypto'];
  writeFileSync(join(folder, 'impure.ts'), beyond.map((name) => `export type T${name} = typeof ${name};\n`).join(''));
  const extending = { extends: join(project, 'shared/tsconfig.json'), include: ['*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(extending));
  const { stdout } = spawnSync(join(project, 'node_modules/.bin/tsc'), ['--project', folder], { encoding: 'utf8' });
  const unseen = beyond.filter((name) => stdout.includes(`Cannot find name '${name}'`));
  expect(unseen).toEqual(beyond);
});
