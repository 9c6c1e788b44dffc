import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');

/** What a secret looks like, wherever it came from. */
const SECRETS: Record<string, RegExp> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]{40}/,
  'a cloud key': /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bAIza[\w-]{35}\b/,
  'a token of a forge or a chat': /\bgh[pousr]_\w{36}\b|\bglpat-[\w-]{20}\b|\bxox[abps]-[\w-]{10,}|\bnpm_\w{36}\b/,
  'a signed token': /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/,
  'a key or password that is given a value':
    /\b(?:secret|password|passwd|token|api_?key|kek)\w*\s*[:=]\s*['"][A-Za-z0-9+/_-]{32,}={0,2}['"]/i,
  'a password in an address': /\b[a-z]+:\/\/[^\s/:@'"`$]+:[^\s/@'"`$]{6,}@(?!mail\.example)/,
};

const secretsIn = (text: string): string[] =>
  Object.entries(SECRETS).flatMap(([what, shape]) => (shape.test(text) ? [what] : []));

describe('secrets', () => {
  it('none stands in the sources or in what is built from them (row 39)', () => {
    const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: project, encoding: 'utf8' }).split('\0');
    const built = globSync('client/dist/**/*.{js,css,html}', { cwd: project });
    const files = [...tracked.filter(Boolean), ...built].filter(
      (file) => file !== 'package-lock.json' && !/[.](png|woff2?|ico)$/.test(file) && existsSync(join(project, file)),
    );
    expect(tracked.length).toBeGreaterThan(500);
    expect(built.length).toBeGreaterThan(5);
    const found = files.flatMap((file) =>
      secretsIn(readFileSync(join(project, file), 'utf8')).map((what) => `${what} in ${file}`),
    );
    expect(found).toEqual([]);
  });

  it('would be found', () => {
    const planted = [
      `-----BEGIN ${'PRIVATE'} KEY-----\n${'MIIEvQIBADANBgkq'.repeat(4)}`,
      `AKIA${'ABCDEFGH12345678'}`,
      `ghp_${'a1'.repeat(18)}`,
      `eyJ${'a'.repeat(24)}.eyJ${'b'.repeat(24)}.${'c'.repeat(24)}`,
      `const token = '${'k9'.repeat(20)}'`,
      `smtps://somebody:${'hunter'}22@post.example`,
    ];
    expect(planted.map((text) => secretsIn(text).length > 0)).toEqual(planted.map(() => true));
  });
});
