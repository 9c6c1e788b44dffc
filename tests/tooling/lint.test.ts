import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');

/** For each habit a file that breaks it. */
const planted: [file: string, text: string, rule: string][] = [
  ['shared/kernel/clock.ts', 'export const now = () => Date.now();\n', 'noRestrictedGlobals'],
  ['shared/kernel/calendar.ts', 'export const now = () => new Date().getTime();\n', 'noRestrictedGlobals'],
  ['shared/kernel/dice.ts', 'export const roll = () => Math.random();\n', 'plugin'],
  ['server/token.ts', 'export const token = () => Math.random().toString(36);\n', 'plugin'],
  ['client/space/ids.ts', 'export const commandId = () => crypto.randomUUID();\n', 'plugin'],
  ['server/log.ts', "export const say = () => console.log('hello');\n", 'noConsole'],
  ['server/session.ts', 'export default 1;\n', 'noDefaultExport'],
  ['server/trust.ts', 'export const trust = (body: any) => body.member;\n', 'noExplicitAny'],
  ['server/runCommand.ts', 'export const one = 1;\n', 'useFilenamingConvention'],
  ['client/ui/all.ts', "export * from './button.tsx';\n", 'noReExportAll'],
  ['client/ui/loud.module.css', '.loud {\n  color: #ff0000;\n}\n', 'noHexColors'],
  [
    'client/ui/markup.tsx',
    'export const Markup = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />;\n',
    'noDangerouslySetInnerHtml',
  ],
  ['tests/wire/only.test.ts', "it.only('WR1', () => {});\n", 'noFocusedTests'],
];
const innocent = ['server/clock.ts', 'export const now = () => Date.now();\n'] as const;

const tree = mkdtempSync(join(tmpdir(), 'turnward-lint-'));
let said = '';

beforeAll(() => {
  for (const [file, text] of [...planted, innocent]) {
    mkdirSync(join(tree, dirname(file)), { recursive: true });
    writeFileSync(join(tree, file), text);
  }
  for (const part of ['biome.json', 'scripts/lint', '.gitignore']) {
    cpSync(join(project, part), join(tree, part), { recursive: true });
  }
  const args = ['lint', '--max-diagnostics=none', '--colors=off', '--error-on-warnings'];
  const { stdout, stderr } = spawnSync(join(project, 'node_modules/.bin/biome'), args, { cwd: tree, encoding: 'utf8' });
  said = stdout + stderr;
});
afterAll(() => rmSync(tree, { recursive: true }));

/** The heads of what was found in a file: `server/log.ts:1:26 lint/suspicious/noConsole ━━━`. */
const found = (file: string): string[] => said.split('\n').filter((text) => text.startsWith(file));

it.each(planted)('%s: %j breaks %s', (file, _, rule) => {
  expect(found(file).join('\n')).toContain(rule);
});

it('lets the time in at the edges', () => {
  expect(found(innocent[0])).toEqual([]);
});
