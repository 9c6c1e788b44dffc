import { cutLong, runsOf } from '@turnward/server/notes/note-fonts.ts';
import { drawNote } from '@turnward/server/notes/note-pdf.ts';
import { EXPORT_WORDS } from '@turnward/shared/notes/note-export.ts';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../kit/note-sheet.ts';

const draw = async (data: string) => (await readPdf(await drawNote({ data, assessment: '', plan: '' }, 'en'))).text;

describe('the letters of a note on paper', () => {
  it('NO3 are drawn in the part of the typeface that has them, neighbours together', () => {
    expect(runsOf('Größe – wow')).toEqual([{ subset: 'latin', text: 'Größe – wow' }]);
    expect(runsOf('Ana Ἕλλην Яна')).toEqual([
      { subset: 'latin', text: 'Ana ' },
      { subset: 'greek-ext', text: 'Ἕ' },
      { subset: 'greek', text: 'λλην' },
      { subset: 'latin', text: ' ' },
      { subset: 'cyrillic', text: 'Яна' },
    ]);
  });

  it('NO3 of other writings than Latin, Greek and Cyrillic are marked as missing, and the page says so', async () => {
    expect(await draw('Grüße an 京')).toContain('Grüße an \uFFFD');
    expect(await draw('Grüße an 京')).toContain('Markdown file');
    expect(await draw('Grüße an Яна')).not.toContain('Markdown file');
  });

  it('NO3 that nobody sees are left out, and arrows written out', async () => {
    expect(runsOf('a\u200Bb\u202Ec\td → e')).toEqual([{ subset: 'latin', text: 'abc d -> e' }]);
    expect(runsOf('')).toEqual([]);
  });

  it('NO4 may part where no line would hold the word, and none is lost', () => {
    const word = 'ä'.repeat(130);
    const cut = cutLong({ subset: 'latin', text: `So ${word} ends.` }).map(({ text }) => text);
    expect(cut.join('')).toBe(`So ${word} ends.`);
    expect(cut.slice(1, 4).map((piece) => piece.trimEnd().length)).toEqual([60, 60, 10]);
    expect(cutLong({ subset: 'latin', text: `a${' '.repeat(130)}b` }).map(({ text }) => text.length)).toEqual([
      61, 60, 10, 1,
    ]);
    expect(cutLong({ subset: 'latin', text: 'A short line.' })).toEqual([{ subset: 'latin', text: 'A short line.' }]);
  });

  it('NO3 fill as many pages as they need, each with its number', async () => {
    const text = await draw(Array.from({ length: 90 }, (_, n) => `Line ${n}.`).join('\n'));
    expect(text).toContain('Line 89.');
    expect(text).toContain(`${EXPORT_WORDS.en.title} · 3 / 3`);
  });
});
