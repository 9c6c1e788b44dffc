import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '..');
const ID = /[A-Z]{2}\d+/;

/** The ids of shared/SPEC.md: each rule is a line `- **FL1** There is one turn…`. */
const rules = [...readFileSync(join(project, 'shared/SPEC.md'), 'utf8').matchAll(/^- \*\*(\S+?)\*\* /gm)].map(
  ([, id = '']) => id,
);
/** What keeps people safe has ids of its own, from before this program. */
const safety = Array.from({ length: 25 }, (_, at) => `R${at + 1}`);

/** The titles of tests, read as text: `it('FL1 is one turn…'`, `it.each(table)('PA7 R10 offers…'`. */
const TITLE =
  /\b(?:it|test)(?:\.[a-z]+)*(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gis;
const titlesIn = (text: string): string[] => [...text.matchAll(TITLE)].map(([, , title = '']) => title);

/** The ids that a title starts with: one, or several after each other. */
function idsOf(title: string): string[] {
  const ids: string[] = [];
  for (const word of title.split(/[\s:,]+/)) {
    if (!/^([A-Z]{2}|R)\d+$/.test(word)) break;
    ids.push(word);
  }
  return ids;
}

const files = globSync(['tests/**/*.test.{ts,tsx}', 'tests/**/*.contract.ts'], { cwd: project }).filter(
  (file) => file !== 'tests/spec.test.ts' && !file.includes('node_modules'),
);
const used = files.flatMap((file) =>
  titlesIn(readFileSync(join(project, file), 'utf8')).flatMap((title) => idsOf(title).map((id) => ({ id, file }))),
);

describe('the rules and the tests that hold them', () => {
  it('each rule has an id of its own, in the order of its section', () => {
    expect(rules.length).toBeGreaterThan(50);
    expect(rules.filter((id) => id.replace(ID, '') !== '')).toEqual([]);
    expect(new Set(rules).size).toBe(rules.length);
  });

  it('each rule is held by a test whose title starts with its id', () => {
    const held = new Set(used.map(({ id }) => id));
    expect(rules.filter((id) => !held.has(id))).toEqual([]);
  });

  it('each thing that keeps people safe is held by a test whose title starts with its id', () => {
    const held = new Set(used.map(({ id }) => id));
    expect(safety.filter((id) => !held.has(id))).toEqual([]);
  });

  it('each id that a title starts with is a rule', () => {
    const known = new Set([...rules, ...safety]);
    const unknown = used.filter(({ id }) => !known.has(id)).map(({ id, file }) => `${id} in ${file}`);
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('each id beside a guard in the code is a rule', () => {
    const families = [...new Set(rules.map((id) => id.slice(0, 2)))].join('|');
    const known = new Set(rules);
    const sources = globSync('{shared,server,client}/**/*.{ts,tsx}', { cwd: project }).filter(
      (file) => !/node_modules|client\/dist/.test(file),
    );
    const unknown = sources.flatMap((file) => {
      const named = readFileSync(join(project, file), 'utf8').match(new RegExp(`\\b(?:${families})\\d+\\b`, 'g')) ?? [];
      return named.filter((id) => !known.has(id)).map((id) => `${id} in ${file}`);
    });
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('finds titles however they are written', () => {
    const text = `it('AB1 one', () => {}); it.each([f('x'), [(1)]])("AB2 AB3: two", (a) => {});
      test.skipIf(
        no(),
      )(
        \`AB4 \${three}\`,
      ); exit('AB5'); it('no id AB6', () => it);`;
    expect(titlesIn(text).flatMap(idsOf)).toEqual(['AB1', 'AB2', 'AB3', 'AB4']);
  });
});
