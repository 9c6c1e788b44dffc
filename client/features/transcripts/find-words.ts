import type { Line, Section } from '@turnward/shared/transcript/sections.ts';

const textOf = (line: Line): string[] => {
  if (line.type === 'asked') return line.card.words ? [line.card.words] : [];
  if (line.type === 'act') return Object.values(line.act.words?.text ?? {});
  const notes = line.type === 'said' ? line.notes.map(({ text }) => text ?? '') : [];
  return 'words' in line ? [...Object.values(line.words?.text ?? {}), ...notes] : [];
};

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The sections with only those lines that contain what is looked for, whatever its case and accents. It runs over the
 * opened talk in this page; nothing that is looked for leaves the device.
 */
export function findIn(sections: readonly Section[], wanted: string): Section[] {
  const needle = folded(wanted.trim());
  if (!needle) return [...sections];
  return sections
    .map((section) => ({
      ...section,
      lines: section.lines.filter((line) => textOf(line).some((text) => folded(text).includes(needle))),
    }))
    .filter(({ lines }) => lines.length > 0);
}

export const countLines = (sections: readonly Section[]): number =>
  sections.reduce((count, { lines }) => count + lines.length, 0);
