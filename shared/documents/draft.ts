import type * as Y from 'yjs';

/** The most one box of a draft may hold, in characters; a step's own box may hold less. */
export const LONGEST_BOX = 5_000;

/** What is written in one box of one step. Boxes are root types: two devices that open one at the same time share it. */
export const draftBox = (doc: Y.Doc, stepId: string, fieldId: string): Y.Text => doc.getText(boxName(stepId, fieldId));

export const boxName = (stepId: string, fieldId: string): string => `${stepId}/${fieldId}`;

/** The step that a box belongs to. */
export const stepOfBox = (name: string): string => name.slice(0, name.lastIndexOf('/'));

/** Every box with words in it, by its name. */
export function boxesOf(doc: Y.Doc): Map<string, string> {
  const names = [...doc.share.keys()];
  return new Map(names.map((name) => [name, doc.getText(name).toString()] as const).filter(([, text]) => text !== ''));
}
