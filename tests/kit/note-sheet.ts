import { extractText, getDocumentProxy } from 'unpdf';

/** What a PDF says, page after page, and what it says of itself. */
export async function readPdf(
  bytes: Uint8Array,
): Promise<{ text: string; tagged: boolean; language: string; title: string }> {
  const pdf = await getDocumentProxy(bytes);
  const { text } = await extractText(pdf, { mergePages: true });
  const marks = await pdf.getMarkInfo();
  const { info } = await pdf.getMetadata();
  const said = info as { Language?: string; Title?: string };
  return { text, tagged: marks?.Marked === true, language: said.Language ?? '', title: said.Title ?? '' };
}
