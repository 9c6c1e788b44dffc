import { EXPORT_WORDS, noteMarkdown } from '@turnward/shared/notes/note-export.ts';
import { describe, expect, it } from 'vitest';

describe('a note as Markdown', () => {
  it('NO3 holds each box under its name, and what the note is and is not', () => {
    const markdown = noteMarkdown({ data: 'One.\nTwo.', assessment: 'Calmer.', plan: '' }, 'en');
    expect(markdown).toBe(
      [
        '# Progress note',
        '## Data',
        'One.  \nTwo.',
        '## Assessment',
        'Calmer.',
        '## Plan',
        'Nothing written.',
        '## What this is, and what it is not',
        ...EXPORT_WORDS.en.isAndIsNot,
      ]
        .join('\n\n')
        .concat('\n'),
    );
  });

  it('NO3 keeps the lines and the paragraphs of its author, in either language', () => {
    const markdown = noteMarkdown({ data: ' One. \nTwo.\n\n\nThree.\n', assessment: '', plan: '' }, 'de');
    expect(markdown).toContain('## Daten\n\nOne.  \nTwo.\n\n\nThree.\n\n## Einschätzung');
    for (const sentence of EXPORT_WORDS.de.isAndIsNot) expect(markdown).toContain(sentence);
  });

  it('NO3 R24 says in both languages that it is no therapy, no emergency care and not for court', () => {
    expect(EXPORT_WORDS.en.isAndIsNot.join(' ')).toMatch(/not therapy.*not emergency care.*not made for use in court/);
    expect(EXPORT_WORDS.de.isAndIsNot.join(' ')).toMatch(/keine Therapie.*kein Notdienst.*nicht .* vor Gericht/);
  });
});
