import {
  beginNote,
  isNoteBegun,
  notedTalks,
  notePart,
  notesText,
  partsOf,
  rememberNote,
  settleNote,
} from '@turnward/shared/documents/notes.ts';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

const DRAFT = 'Took part: Ada, Ben.\nHeard: 40 minutes.';

function device(clientID: number, before?: Y.Doc): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  if (before) Y.applyUpdate(doc, Y.encodeStateAsUpdate(before));
  return doc;
}

function meet(...docs: Y.Doc[]): string[] {
  for (const _ of docs) {
    for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
    docs.forEach(settleNote);
  }
  return docs.map((doc) => partsOf(doc).data);
}

describe('the draft in a progress note', () => {
  it('NO1 stands there once where two devices of its author open it at the same time', () => {
    const [one, other] = [device(1), device(2)];
    for (const doc of [one, other]) beginNote(doc, 'data', DRAFT);
    notePart(other, 'data').insert(DRAFT.length, ' Both calm.');
    expect(meet(one, other)).toEqual(Array(2).fill(`${DRAFT} Both calm.`));
  });

  it('NO1 is put in once: what its author took out again stays out', () => {
    const doc = device(1);
    expect(isNoteBegun(doc)).toBe(false);
    beginNote(doc, 'data', DRAFT);
    notePart(doc, 'data').delete(0, DRAFT.length);
    expect([isNoteBegun(doc), isNoteBegun(device(2, doc)), partsOf(doc).data]).toEqual([true, true, '']);
  });

  it('NO1 is known to be put in also where there was nothing to draft', () => {
    const doc = device(1);
    for (const part of ['data', 'assessment', 'plan'] as const) beginNote(doc, part, '');
    expect([isNoteBegun(doc), partsOf(doc)]).toEqual([true, { data: '', assessment: '', plan: '' }]);
  });

  it('NO1 comes before what its author wrote while the talk was still on', () => {
    const doc = device(1);
    notePart(doc, 'data').insert(0, 'Late start.');
    beginNote(doc, 'data', DRAFT);
    expect(partsOf(doc).data).toBe(`${DRAFT}\n\nLate start.`);
  });
});

describe('process notes', () => {
  it('NO2 keep the way to each progress note, the latest first, beside what was written', () => {
    const doc = device(1);
    notesText(doc).insert(0, 'Ask about sleep.');
    rememberNote(doc, 'c1', 100);
    rememberNote(doc, 'c2', 200);
    const before = Y.encodeStateVector(doc);
    rememberNote(doc, 'c1', 100);
    expect(Y.encodeStateVector(doc)).toEqual(before);
    expect(notedTalks(doc)).toEqual([
      { conversationId: 'c2', at: 200 },
      { conversationId: 'c1', at: 100 },
    ]);
    expect(notesText(doc).toString()).toBe('Ask about sleep.');
  });

  it('NO2 leave out what names no talk, whatever somebody wrote into the map', () => {
    const doc = device(1);
    doc.getMap('progress').set('c1', 'yesterday');
    expect(notedTalks(doc)).toEqual([]);
  });
});
