import { EXPORT_WORDS, type NoteLanguage, type NoteParts } from '@turnward/shared/notes/note-export.ts';
import PDFDocument from 'pdfkit';
import { cutLong, fontFile, MISSING, runsOf, type Weight } from './note-fonts.ts';

/** In points. */
const MARGIN = 64;
const SIZE = { title: 20, heading: 13, text: 11, foot: 9 };
const GAP = { heading: 14, line: 3, blank: 8 };
const INK = '#26302f';
const QUIET = '#54605e';

type Doc = PDFKit.PDFDocument;
type Look = { size: number; weight?: Weight; colour?: string };

/** NO3. A progress note on paper: tagged, so that it can be read out, and with its fonts in it. */
export function drawNote(parts: NoteParts, language: NoteLanguage): Promise<Uint8Array> {
  const words = EXPORT_WORDS[language];
  const sheet = new Sheet(words.title, language);
  sheet.add('H1', words.title, { size: SIZE.title, weight: 600 });
  for (const part of ['data', 'assessment', 'plan'] as const) {
    sheet.heading(words[part]);
    const text = parts[part].trim();
    if (text === '') sheet.add('P', words.empty, { size: SIZE.text, colour: QUIET });
    else sheet.lines(text);
  }
  sheet.heading(words.about);
  for (const sentence of words.isAndIsNot) sheet.add('P', sentence, { size: SIZE.text, colour: QUIET });
  if (sheet.lacksLetters) sheet.add('P', words.missing, { size: SIZE.text, colour: QUIET });
  return sheet.end(words.title);
}

/** Pages that are drawn from top to bottom, each paragraph with its tag. */
class Sheet {
  readonly #doc: Doc;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #bytes: Promise<Uint8Array>;
  /** None of the fonts has some letter of what was drawn. */
  lacksLetters = false;

  constructor(title: string, lang: NoteLanguage) {
    const options: Omit<PDFKit.PDFDocumentOptions, 'subset'> = {
      size: 'A4',
      margin: MARGIN,
      pdfVersion: '1.7',
      tagged: true,
      lang,
      displayTitle: true,
      bufferPages: true,
      font: fontFile('latin', 400),
      info: { Title: title, Creator: 'Turnward', Producer: 'Turnward' },
    };
    // Accessible by the standard; the types know only older ones.
    this.#doc = new PDFDocument({ ...options, subset: 'PDF/UA' } as unknown as PDFKit.PDFDocumentOptions);
    this.#bytes = bytesOf(this.#doc);
    this.#root = this.#doc.struct('Document');
    this.#doc.addStructure(this.#root);
  }

  heading(text: string): void {
    this.#doc.y += GAP.heading;
    this.add('H2', text, { size: SIZE.heading, weight: 600 });
  }

  lines(text: string): void {
    for (const line of text.split('\n')) {
      if (line.trim() === '') this.#doc.y += GAP.blank;
      else this.add('P', line, { size: SIZE.text });
    }
  }

  add(tag: 'H1' | 'H2' | 'P', text: string, { size, weight = 400, colour = INK }: Look): void {
    const doc = this.#doc;
    const runs = runsOf(text).flatMap(cutLong);
    this.lacksLetters ||= runs.some((run) => run.text.includes(MISSING));
    const draw = () => {
      for (const [at, run] of runs.entries()) {
        // By its file: under a name of our own a face that is open already would be read again each time.
        doc.font(fontFile(run.subset, weight)).fontSize(size).fillColor(colour);
        doc.text(run.text, { continued: at < runs.length - 1 });
      }
    };
    this.#root.add(doc.struct(tag, {}, draw));
    doc.y += GAP.line;
  }

  /** Numbers the pages and gives all of it. */
  end(title: string): Promise<Uint8Array> {
    const doc = this.#doc;
    this.#root.end();
    const { count } = doc.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      doc.switchToPage(page);
      // What stands in the margin would begin a page of its own.
      doc.page.margins.bottom = 0;
      doc.markContent('Artifact', { type: 'Pagination' });
      doc.font(fontFile('latin', 400)).fontSize(SIZE.foot).fillColor(QUIET);
      const bottom = doc.page.height - MARGIN / 2 - SIZE.foot;
      doc.text(`${title} · ${page + 1} / ${count}`, MARGIN, bottom, { lineBreak: false });
      doc.endMarkedContent();
    }
    doc.end();
    return this.#bytes;
  }
}

async function bytesOf(doc: Doc): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of doc) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}
