import { documentName, parseDocumentName } from '@turnward/shared/documents/names.ts';
import { fitsOnPaper, partsOf } from '@turnward/shared/documents/notes.ts';
import type { NoteLanguage } from '@turnward/shared/notes/note-export.ts';
import type { betweenLines, ReadDocument } from '../between-lines.ts';
import { type Answer, refused } from '../space/answer.ts';
import type { DrawNote } from './draw-in-worker.ts';
import { openDrawingLine } from './drawing-line.ts';

export type ProgressNotes = ReturnType<typeof openProgressNotes>;

type Parts = { standing: ReturnType<typeof betweenLines>['standing']; read: ReadDocument; draw: DrawNote };

/** Progress notes on paper, for their author alone (NO2, NO3). */
export function openProgressNotes({ standing, read, draw }: Parts) {
  const inLine = openDrawingLine();
  return {
    /**
     * The note that this person wrote on this talk, as it stands now. Whoever wrote none is told nothing else (PR6).
     * `gone`: nobody waits for it any more.
     */
    async pdf(
      conversationId: string,
      memberId: string,
      language: NoteLanguage,
      gone: AbortSignal,
    ): Promise<Answer<Uint8Array>> {
      const ref = parseDocumentName(`progress/${conversationId}/${memberId}`);
      const allowed = ref && (await standing(ref, memberId));
      if (!ref || !allowed || allowed.access === 'none') return refused('not-found');
      return inLine(memberId, gone, async () => {
        const parts = await read(documentName(ref), partsOf);
        if (!parts) return refused('not-found');
        if (!fitsOnPaper(parts)) return refused('too-long');
        return { value: await draw(parts, language, gone) };
      });
    },
  };
}
