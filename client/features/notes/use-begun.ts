import { beginNote, isNoteBegun, NOTE_PARTS, settleNote } from '@turnward/shared/documents/notes.ts';
import { useEffect } from 'react';
import type { DocumentState } from '../../documents/document-state.ts';
import type { NoteDraft } from './note-draft.ts';

/**
 * NO1. Puts the draft into the note once: where two devices of its author open it at the same time, what both put in is left
 * once. What its author took out again stays out.
 */
export function useBegun({ doc, access }: DocumentState, draft: NoteDraft | undefined): void {
  useEffect(() => {
    if (access !== 'write') return;
    const settle = () => settleNote(doc);
    settle();
    doc.on('update', settle);
    return () => doc.off('update', settle);
  }, [doc, access]);
  const ready = access === 'write' && draft !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft that there is first is the one that is put in
  useEffect(() => {
    if (!ready || !draft || isNoteBegun(doc)) return;
    doc.transact(() => {
      for (const part of NOTE_PARTS) beginNote(doc, part, draft[part]);
    });
  }, [doc, ready]);
}
