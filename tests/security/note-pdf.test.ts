import { drawInWorker, drawWithin } from '@turnward/server/notes/draw-in-worker.ts';
import { openDrawingLine } from '@turnward/server/notes/drawing-line.ts';
import { drawNote } from '@turnward/server/notes/note-pdf.ts';
import { fitsOnPaper, LONGEST_NOTE, LONGEST_SHEET } from '@turnward/shared/documents/notes.ts';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../kit/note-sheet.ts';

const note = (data: string, assessment = '') => ({ data, assessment, plan: '' });
const staying = new AbortController().signal;
const sheet = { value: new Uint8Array([1]) };
const held = () => Promise.withResolvers<typeof sheet>();

const filled = (words: string) => words.repeat(LONGEST_NOTE).slice(0, LONGEST_NOTE);
const WORST = {
  'one word': 'a',
  'a word of two writings': 'aя',
  'words of two writings': 'a я ',
  'a letter of each face': 'λἕяaế',
  'words that may not part': 'a\u00A0',
  'one letter a line': 'a\n',
  'one letter a paragraph': 'я\n\n',
  'marks upon marks': '\u0301',
};

describe('the processor that a note on paper takes', () => {
  // A machine that does other work takes longer; each of these took up to twenty seconds before.
  it.each(Object.entries(WORST))(
    'NO4 is little for the longest note there may be: %s',
    async (_, words) => {
      const before = process.cpuUsage();
      await drawNote(note(filled(words), filled(words)), 'en');
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(4000);
    },
    30_000,
  );

  it('NO4 is none for notes that are too long', () => {
    const box = 'a'.repeat(LONGEST_NOTE);
    expect(fitsOnPaper(note(box, box))).toBe(true);
    expect(fitsOnPaper(note(`${box}a`))).toBe(false);
    expect(fitsOnPaper({ ...note(box, box), plan: 'a' })).toBe(false);
    expect(LONGEST_SHEET).toBe(2 * LONGEST_NOTE);
  });

  it('NO4 is taken for so long and no longer', async () => {
    await expect(drawWithin(1)(note('a'), 'en', staying)).rejects.toThrow('within 1 ms');
    expect((await readPdf(await drawInWorker(note('In time.'), 'en', staying))).text).toContain('In time.');
  });

  it('NO4 ends with its memory, and the server goes on', async () => {
    const little = { maxOldGenerationSizeMb: 4, maxYoungGenerationSizeMb: 1, stackSizeMb: 4 };
    await expect(drawWithin(10_000, little)(note(filled('a\n')), 'en', staying)).rejects.toThrow(/memory/);
  });

  it('NO4 is given back when whoever asked has gone', async () => {
    const leaving = new AbortController();
    const drawn = drawInWorker(note(filled('a\n')), 'en', leaving.signal);
    leaving.abort(new Error('gone'));
    await expect(drawn).rejects.toThrow('gone');
    await expect(drawInWorker(note('a'), 'en', leaving.signal)).rejects.toThrow('gone');
  });
});

describe('the line for notes on paper', () => {
  it('NO4 takes one of each person at a time, and the next once that is drawn', async () => {
    const line = openDrawingLine();
    const first = held();
    const drawn = line('ada', staying, () => first.promise);
    expect(await line('ada', staying, async () => sheet)).toEqual({ refusal: 'too-many' });
    first.resolve(sheet);
    expect(await drawn).toEqual(sheet);
    expect(await line('ada', staying, async () => sheet)).toEqual(sheet);
  });

  it('NO4 goes on behind a drawing that was ended', async () => {
    const line = openDrawingLine();
    const ended = line('ada', staying, async (gone) => ({ value: await drawWithin(1)(note(filled('a')), 'en', gone) }));
    const next = line('ben', staying, async () => sheet);
    expect([await ended, await next]).toEqual([{ refusal: 'unavailable' }, sheet]);
  });

  it('NO4 draws nothing for whoever has gone, and lets them ask anew at once', async () => {
    const line = openDrawingLine();
    const first = held();
    const before = line('ada', staying, () => first.promise);
    const leaving = new AbortController();
    let drawn = 0;
    const draw = async () => {
      drawn += 1;
      return sheet;
    };
    const left = line('ben', leaving.signal, draw);
    leaving.abort();
    expect(await left).toEqual({ refusal: 'unavailable' });
    const again = line('ben', staying, draw);
    first.resolve(sheet);
    expect([await before, await again, drawn]).toEqual([sheet, sheet, 1]);
  });

  it('NO4 takes none on where eight wait', async () => {
    const line = openDrawingLine();
    const first = held();
    const waiting = Array.from({ length: 8 }, (_, n) => line(`${n}`, staying, () => first.promise));
    expect(await line('one more', staying, async () => sheet)).toEqual({ refusal: 'unavailable' });
    first.resolve(sheet);
    expect(await Promise.all(waiting)).toEqual(waiting.map(() => sheet));
  });
});

describe('what a note on paper holds', () => {
  it.each([
    '(a) Tj ET Q >> endstream endobj 9 0 obj << /S /JavaScript /JS (app.alert(1)) >>',
    ')>> /OpenAction << /S /URI /URI (https://example.org) >> \\) \\050 <FEFF> %EOF',
    '<script>alert(1)</script> {{7*7}} \\u0000 EMC /P BDC',
  ])('NO4 is text on the page and nothing else: %s', async (words) => {
    const bytes = await drawNote(note(words), 'en');
    const text = (await readPdf(bytes)).text.replaceAll(/\s+/g, '');
    expect(text).toContain(words.replaceAll(/\s+/g, ''));
    expect(new TextDecoder('latin1').decode(bytes)).not.toMatch(/JavaScript|OpenAction|\/URI|\/Annots/);
  });

  it('NO4 is free of what steers a page or a reader', async () => {
    const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).filter((each) => each !== '\n');
    const { text } = await readPdf(await drawNote(note(`One${controls.join('')}\u007F\u202E\u2066two`), 'en'));
    expect(text).toMatch(/One\s+two/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F\u202E\u2066]/);
  });
});
