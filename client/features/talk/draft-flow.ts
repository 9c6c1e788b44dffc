import { boxesOf, boxName, draftBox, stepOfBox } from '@turnward/shared/documents/draft.ts';
import type * as Y from 'yjs';
import type { Drafts } from '../../conversation/drafts.ts';

/** Edits that nobody typed: words of the page's memory on their way into the document. */
const FLOW = 'flow';

/**
 * DP4. Puts words that only this page has into the private document: typed before it was there, or left over from one that
 * began anew. `waits` holds back the words of a step that are being given, so that they do not come back as a draft.
 */
export function flowIn(doc: Y.Doc, drafts: Drafts, waits: (stepId: string) => boolean): void {
  for (const { stepId, fieldId, text } of drafts.onlyHere()) {
    if (waits(stepId)) continue;
    const box = draftBox(doc, stepId, fieldId);
    const [before, after] = around(box.toString(), text);
    doc.transact(() => {
      box.insert(box.length, after);
      box.insert(0, before);
    }, FLOW);
    drafts.keep(stepId, fieldId, box.toString());
  }
}

/** What is lacking before and after the words that stand, so that none of either are lost. */
function around(standing: string, text: string): [before: string, after: string] {
  if (standing.includes(text)) return ['', ''];
  const at = text.indexOf(standing);
  return at === -1 ? ['', `\n${text}`] : [text.slice(0, at), text.slice(at + standing.length)];
}

/**
 * DO12. Calls `flow` once words of the page's memory may go into a document that has just appeared: at once where there are
 * none, else when it is known here which steps were answered before it appeared (`caughtUp`). Returns how to stop waiting.
 */
export function onceMayFlow(drafts: Drafts, caughtUp: () => Promise<void>, flow: () => void): () => void {
  let stopped = false;
  if (drafts.onlyHere().length === 0) flow();
  else caughtUp().then(() => stopped || flow());
  return () => {
    stopped = true;
  };
}

/**
 * Mirrors the document into the page's memory, from which the room reads: all of it once, then every change, also from my
 * other device. What is answered or let go leaves the document too. Returns how to stop.
 */
export function mirror(doc: Y.Doc, drafts: Drafts): () => void {
  const show = (name: string, typed = false) =>
    drafts.keep(stepOfBox(name), name.slice(stepOfBox(name).length + 1), doc.getText(name).toString(), typed);
  const onlyHere = new Set(drafts.onlyHere().map(({ stepId, fieldId }) => boxName(stepId, fieldId)));
  const onceHere = drafts.kept().map(({ stepId, fieldId }) => boxName(stepId, fieldId));
  for (const name of new Set([...boxesOf(doc).keys(), ...onceHere])) if (!onlyHere.has(name)) show(name);

  const changed = ({ changed: types, local, origin }: Y.Transaction) => {
    for (const [name, type] of doc.share) if (types.has(type as never)) show(name, local && origin !== FLOW);
  };
  const cleared = (stepId: string) =>
    doc.transact(() => {
      for (const [name] of boxesOf(doc))
        if (stepOfBox(name) === stepId) doc.getText(name).delete(0, doc.getText(name).length);
    }, FLOW);
  doc.on('afterTransaction', changed);
  const leave = drafts.onCleared(cleared);
  return () => {
    doc.off('afterTransaction', changed);
    leave();
  };
}
