import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const read = (file: string): string => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
const commands = [...read('README.md').matchAll(/```sh\n(.*)\n```/g)].map(([, command]) => command);
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

it('leads with two commands, one to run and one to check', () => {
  expect(commands).toEqual(['npm ci && npm start', 'npm ci && npm test']);
});

it('is what continuous integration runs', () => {
  expect(read('.ci/run').trimEnd().split('\n').at(-1)).toBe(commands[1]);
});

it('names only scripts that exist', () => {
  const named = [...read('README.md').matchAll(/`npm run ([\w:]+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(0);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});
