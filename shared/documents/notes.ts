import type * as Y from 'yjs';
import { beginText, isBegun, settleTexts } from './beginning.ts';

/** The most one box of notes may hold, in characters. */
export const LONGEST_NOTE = 20_000;

/** The most that the boxes of one progress note may hold together where it is to be put on paper, in characters. */
export const LONGEST_SHEET = 40_000;

/** A facilitator's process notes on one couple (`notes/<space>/<member>`): one text, the author's alone. */
export const notesText = (doc: Y.Doc): Y.Text => doc.getText('notes');

/** The boxes of a progress note (`progress/<conversation>/<member>`), in their order. */
export const NOTE_PARTS = ['data', 'assessment', 'plan'] as const;
export type NotePart = (typeof NOTE_PARTS)[number];

const PART = 'note/';
export const notePart = (doc: Y.Doc, part: NotePart): Y.Text => doc.getText(`${PART}${part}`);

/** What stands in the boxes of a progress note. */
export const partsOf = (doc: Y.Doc): Record<NotePart, string> => ({
  data: notePart(doc, 'data').toString(),
  assessment: notePart(doc, 'assessment').toString(),
  plan: notePart(doc, 'plan').toString(),
});

/** NO4. Whether a note can be put on paper: each box within what a box may hold, and all within what a sheet may. */
export function fitsOnPaper(parts: Record<NotePart, string>): boolean {
  const lengths = NOTE_PARTS.map((part) => parts[part].length);
  return lengths.every((length) => length <= LONGEST_NOTE) && lengths.reduce((sum, one) => sum + one) <= LONGEST_SHEET;
}

/** Puts the draft before whatever its author has written there already. */
export function beginNote(doc: Y.Doc, part: NotePart, words: string): void {
  const written = notePart(doc, part).length > 0;
  beginText(doc, PART, part, words !== '' && written ? `${words}\n\n` : words);
}

/** Whether a draft was put in, whatever its author has made of it. */
export const isNoteBegun = (doc: Y.Doc): boolean => NOTE_PARTS.some((part) => isBegun(doc, part));

/** NO1. Leaves the draft once where two devices of its author put it in at the same time. */
export const settleNote = (doc: Y.Doc): void => settleTexts(doc, PART);

/** Map `progress` of the process notes: the talks that a progress note was begun on, conversation id to when it was opened. */
const noted = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('progress');

/** Keeps the way to a progress note: its author has it still when the couple's talks are not open to them any more (NO2). */
export function rememberNote(doc: Y.Doc, conversationId: string, at: number): void {
  if (noted(doc).get(conversationId) !== at) noted(doc).set(conversationId, at);
}

/** The talks with a progress note, the latest first. Total: what names no time is left out. */
export const notedTalks = (doc: Y.Doc): { conversationId: string; at: number }[] =>
  [...noted(doc).entries()]
    .flatMap(([conversationId, at]) => (typeof at === 'number' ? [{ conversationId, at }] : []))
    .sort((one, other) => other.at - one.at);
