import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { framesOf, openLog } from '@turnward/server/log.ts';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../contracts/data-folder.ts';
import { canary, holds } from './documents-canary.ts';

const WORDS = canary('what must not be told');

/** What a careless caller might give to the log. */
const CARELESS: [what: string, said: object][] = [
  ['an error with words in its message', { error: new Error(WORDS) }],
  ['an error that looks like a place', { error: new Error(`${WORDS}\n    at ${WORDS} (x.ts:1:1)`) }],
  ['an error that carries a body', { error: Object.assign(new Error('x'), { body: WORDS, held: { deep: WORDS } }) }],
  ['an error caused by another', { error: new Error('x', { cause: new Error(WORDS) }) }],
  ['many errors', { error: new AggregateError([new Error(WORDS)], WORDS) }],
  ['an error under another name', { why: { is: new Error(WORDS) } }],
  ['text that could not be parsed', { error: parsing(WORDS) }],
  ['words', { words: { text: { text: WORDS } } }],
  ['an event with its words', { event: { type: 'Contributed', words: { text: WORDS } } }],
  ['names', { member: { name: WORDS }, names: [WORDS] }],
  ['a request', { req: { url: WORDS, headers: { cookie: WORDS } } }],
  ['secrets', { session: { token: WORDS, secret: WORDS, password: WORDS, pin: WORDS } }],
  ['bytes', { frame: Buffer.from(WORDS) }],
  ['a list of them', { events: [{ words: WORDS }, { body: WORDS }] }],
  ['something very deep', { a: { b: { c: { d: { e: { f: { g: { h: WORDS } } } } } } } }],
];

function parsing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

describe('the log', () => {
  it.each(CARELESS)('DR5 R22 holds no word when it is given %s (row 40)', (_, said) => {
    let line = '';
    const log = openLog('debug', { write: (more) => (line += more) });
    for (const level of ['debug', 'info', 'warn', 'error'] as const) log[level](said, 'Something happened.');
    expect(line.match(/Something happened/g)).toHaveLength(4);
    expect(holds(Buffer.from(line), WORDS)).toBe(false);
  });

  it('DR5 tells of an error what kind it is, its code and where it happened', () => {
    let line = '';
    const log = openLog('error', { write: (more) => (line += more) });
    log.error({ error: Object.assign(new TypeError('x'), { code: 'ENOSPC' }) }, 'Something happened.');
    const { error } = JSON.parse(line);
    expect(error.kind).toBe('TypeError ENOSPC');
    expect(error.at[0]).toContain('told-to-the-log.test.ts');
  });
});

describe('the places that an error passed', () => {
  it.each(['x', '', 'told-to-the-log', 'at', 'Error'])('DR5 are told whatever its message is: %j', (message) => {
    expect(framesOf(new Error(message))[0]).toContain('told-to-the-log.test.ts');
  });

  it('DR5 are not told where its message was changed afterwards', () => {
    const error = new Error(`${WORDS}\n    at ${WORDS} (x.ts:1:1)`);
    expect(error.stack).toContain(WORDS);
    error.message = 'another';
    expect(framesOf(error)).toEqual([]);
  });
});

describe('a crash', () => {
  it.each(['thrown', 'rejected', 'parsed', 'no error'])('DR5 R22 %s: leaves no word behind (row 40)', (how) => {
    const folder = mkdtempSync(join(tmpdir(), 'turnward-crash-'));
    const script = join(import.meta.dirname, 'crashing.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, how, WORDS], {
      cwd: folder,
      encoding: 'utf8',
    });
    const left = filesBelow(folder);
    rmSync(folder, { recursive: true });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Turnward ended by a defect: \w+/);
    if (how !== 'no error') expect(stderr).toMatch(/ {0}at .*crashing\.ts/);
    expect(holds(Buffer.from(stdout + stderr), WORDS)).toBe(false);
    expect(left).toEqual([]);
  });
});
