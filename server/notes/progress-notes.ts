import { documentName, parseDocumentName } from '@turnward/shared/documents/names.ts';
import { partsOf } from '@turnward/shared/documents/notes.ts';
import type { NoteLanguage } from '@turnward/shared/notes/note-export.ts';
import type { betweenLines, ReadDocument } from '../between-lines.ts';
import { serialByKey } from '../events/serial.ts';
import { type Answer, refused } from '../space/answer.ts';
import type { DrawNote } from './draw-in-worker.ts';

export type ProgressNotes = ReturnType<typeof openProgressNotes>;

type Parts = { standing: ReturnType<typeof betweenLines>['standing']; read: ReadDocument; draw: DrawNote };

/** Progress notes on paper, for their author alone (NO2, NO3). */
export function openProgressNotes({ standing, read, draw }: Parts) {
  // One sheet at a time: each is drawn beside the event loop, on a processor that talks need too.
  const serial = serialByKey();
  return {
    /** The note that this person wrote on this talk, as it stands now. Whoever wrote none is told nothing else (PR6). */
    async pdf(conversationId: string, memberId: string, language: NoteLanguage): Promise<Answer<Uint8Array>> {
      const ref = parseDocumentName(`progress/${conversationId}/${memberId}`);
      const allowed = ref && (await standing(ref, memberId));
      if (!ref || !allowed || allowed.access === 'none') return refused('not-found');
      const parts = await read(documentName(ref), partsOf);
      if (!parts) return refused('not-found');
      return { value: await serial('pdf', () => draw(parts, language)) };
    },
  };
}
