import type * as Y from 'yjs';
import { versionOf } from './version.ts';

/** What is being written together at one turn. */
export const storyText = (doc: Y.Doc, turnId: string): Y.Text => doc.getText(turnId);

/** The wording as it stands now, and its version. */
export function storyWords(doc: Y.Doc, turnId: string): { text: string; version: string } {
  const text = storyText(doc, turnId).toString();
  return { text, version: versionOf(doc.guid, turnId, text) };
}
