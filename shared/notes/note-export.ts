/** The boxes of a progress note and what stands in them. */
export type NoteParts = { data: string; assessment: string; plan: string };
export type NoteLanguage = 'en' | 'de';

type ExportWords = Record<'title' | 'data' | 'assessment' | 'plan' | 'empty' | 'about' | 'missing', string> & {
  /** R24. What this note is, and what it is not. */
  isAndIsNot: readonly string[];
};

/** What every export of a note says around its author's words, on paper as in a file. */
export const EXPORT_WORDS: Record<NoteLanguage, ExportWords> = {
  en: {
    title: 'Progress note',
    data: 'Data',
    assessment: 'Assessment',
    plan: 'Plan',
    empty: 'Nothing written.',
    about: 'What this is, and what it is not',
    missing: 'Letters that could not be drawn here stand as \u{FFFD}. The Markdown file has them.',
    isAndIsNot: [
      'A note by the person who accompanies a couple, on one talk in Turnward. It was drafted from what happened: who took part, which steps, how long, pauses, and ratings that somebody agreed to show. It was not drafted from what was said. Everything beyond that draft was written by its author.',
      'It is its author’s own and no part of the couple’s record. Turnward is not therapy and not emergency care, and this note is not made for use in court.',
    ],
  },
  de: {
    title: 'Verlaufsnotiz',
    data: 'Daten',
    assessment: 'Einschätzung',
    plan: 'Plan',
    empty: 'Nichts geschrieben.',
    about: 'Was dies ist und was nicht',
    missing: 'Zeichen, die sich hier nicht darstellen ließen, stehen als \u{FFFD}. Die Markdown-Datei enthält sie.',
    isAndIsNot: [
      'Eine Notiz der Person, die ein Paar begleitet, zu einem Gespräch in Turnward. Sie wurde aus dem entworfen, was geschehen ist: wer dabei war, welche Schritte, wie lange, Pausen und Zahlen, die jemand zeigen wollte. Sie wurde nicht aus dem entworfen, was gesagt wurde. Alles darüber hinaus hat die Person selbst geschrieben.',
      'Sie gehört nur der Person, die sie geschrieben hat, und ist kein Teil der Aufzeichnungen des Paares. Turnward ist keine Therapie und kein Notdienst, und diese Notiz ist nicht für die Verwendung vor Gericht gemacht.',
    ],
  },
};

/** NO3. A note as Markdown: the author's words as they stand, each line on a line of its own. */
export function noteMarkdown({ data, assessment, plan }: NoteParts, language: NoteLanguage): string {
  const words = EXPORT_WORDS[language];
  const part = (title: string, text: string) => [`## ${title}`, text.trim() === '' ? words.empty : withBreaks(text)];
  return `${[
    `# ${words.title}`,
    ...part(words.data, data),
    ...part(words.assessment, assessment),
    ...part(words.plan, plan),
    `## ${words.about}`,
    ...words.isAndIsNot,
  ].join('\n\n')}\n`;
}

/** Markdown runs lines together unless two spaces end them. */
const withBreaks = (text: string): string => text.trim().replaceAll(/(?<=\S)[ \t]*\n(?=[^\n])/g, '  \n');
