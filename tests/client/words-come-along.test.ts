import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { enHelpers } from '@turnward/client/i18n/en-helpers.ts';
import { describe, expect, it } from 'vitest';

const client = resolve(import.meta.dirname, '../../client');
const words = join(client, 'i18n/en-helpers.ts');
const files = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .filter((file) => /[.]tsx?$/.test(file) && !/^(dist|node_modules|i18n)\//.test(file))
  .map((file) => join(client, file));
const textOf = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

const inside = (file: string, path: string) => resolve(dirname(file), path);
const imports = (file: string): string[] =>
  [...(textOf.get(file) ?? '').matchAll(/^(?:import|export)(?! type)[^;]*?'([.][^']+)';/gm)].map(([, path = '']) =>
    inside(file, path),
  );
/** Where a chunk of its own begins. */
const begun = files.flatMap((file) =>
  [...(textOf.get(file) ?? '').matchAll(/import\('([.][^']+)'\)/g)].map(([, path = '']) => inside(file, path)),
);

function allBehind(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const each of imports(file)) allBehind(each, seen);
  return seen;
}

const ids = Object.keys(enHelpers);
const says = (file: string): boolean => ids.some((id) => textOf.get(file)?.includes(`'${id}'`));

describe('the words that only helpers need', () => {
  it('LA1 come along with whatever shows one of them', () => {
    const without = [...new Set(begun), join(client, 'main.tsx')].filter((start) => {
      const behind = allBehind(start);
      return !behind.has(words) && [...behind].some(says);
    });
    expect(files.filter(says).length).toBeGreaterThan(5);
    expect(without).toEqual([]);
  });
});
