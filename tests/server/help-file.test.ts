import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHelpFile } from '@turnward/server/help/help-file.ts';
import { afterAll, describe, expect, it } from 'vitest';
import { runToEnd } from '../kit/process.ts';
import { startServer } from '../kit/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'turnward-help-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'help.json');
const NOW = Date.UTC(2026, 10, 23);
const line = { what: 'Somebody who listens', checked: '2026-11-20', call: '116 123' };
const place = { place: 'Germany', regions: ['DE'], lines: [line] };

/** What is said of a file that holds this. */
const faultOf = (content: unknown): string => {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  try {
    readHelpFile(file, NOW);
    return '';
  } catch (error) {
    return (error as Error).message.replace(file, 'FILE');
  }
};

describe('the host’s help lines', () => {
  it.each<[string, unknown, string]>([
    ['no JSON', '[{', 'FILE is not JSON'],
    ['no list', {}, 'must be a list of places'],
    ['nothing in it', [], 'must hold at least one place'],
    ['a place without lines', [{ ...place, lines: [] }], 'place 1, must hold at least one line'],
    [
      'a country spelled out',
      [{ ...place, regions: ['Germany'] }],
      'place 1, regions, entry 1, must be a country code',
    ],
    [
      'no day',
      [{ ...place, lines: [line, { ...line, checked: undefined }] }],
      'place 1, entry 2, must have "what", "checked"',
    ],
    ['a day in another spelling', [{ ...place, lines: [{ ...line, checked: '20.11.2026' }] }], 'must be the day'],
    [
      'a day that has not come',
      [{ ...place, lines: [{ ...line, checked: '2027-01-01' }] }],
      '2027-01-01 has not come yet',
    ],
    [
      'a number with letters',
      [place, { ...place, lines: [{ ...line, call: 'HELP' }] }],
      'place 2, entry 1, call, must be a phone number',
    ],
    ['two ways in one line', [{ ...place, lines: [{ ...line, text: '1111' }] }], 'one of "call", "text" and "site"'],
    [
      'a page without https',
      [{ ...place, lines: [{ what: 'x', checked: '2026-11-20', site: 'http://x.example' }] }],
      'must be a web address with https',
    ],
    ['one language only', [{ ...place, place: { en: 'Germany' } }], 'place 1, place, must be a text'],
  ])('LQ7 %s is said in plain words, with its place', (_what, content, said) => {
    expect(faultOf(content)).toContain(said);
  });

  it('LQ7 lines that were checked over half a year ago are counted', () => {
    expect(faultOf([{ ...place, lines: [line, { ...line, checked: '2026-01-01' }] }])).toBe('');
    expect(readHelpFile(file, NOW).old).toBe(1);
  });

  it('LQ7 nothing starts without the lines that were meant', { timeout: 20_000 }, async () => {
    writeFileSync(file, '[]');
    for (const HELP_FILE of [file, join(folder, 'nowhere.json')]) {
      const { code, output } = await runToEnd({ HELP_FILE });
      expect(code).toBe(1);
      expect(output).toContain(`Turnward could not start: HELP_FILE ${HELP_FILE} can't be `);
      expect(output).not.toMatch(/at file:|zod/i);
    }
  });

  it('LQ6 LQ7 are given to everybody alike, signed in or not; null where there are none', async () => {
    writeFileSync(file, JSON.stringify([place]));
    for (const [settings, places] of [
      [{ HELP_FILE: file }, [place]],
      [{}, null],
    ] as const) {
      const server = await startServer(settings);
      try {
        const response = await fetch(`${server.origin}/help-lines.json`, { headers: { cookie: 'turnward=nobody' } });
        expect(await response.json()).toEqual({ places });
        expect(response.headers.getSetCookie()).toEqual([]);
      } finally {
        await server.close();
      }
    }
  });
});
