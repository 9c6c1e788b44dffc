import type { Router } from 'express';
import type { ProgressNotes } from '../notes/progress-notes.ts';
import type { Sessions } from '../session.ts';
import { refused } from '../space/answer.ts';
import { answer, goneMeanwhile, signedIn } from './door-kit.ts';
import type { Limit } from './limits.ts';

type Parts = { sessions: Sessions; notes: ProgressNotes };

/** The door by which a facilitator takes their own progress note with them. Its file name holds nobody's name. */
export function addNoteDoors(doors: Router, limit: Limit, { sessions, notes }: Parts): void {
  doors.get('/progress/:conversationId/pdf', limit('note'), async (request, response) => {
    // NO4. Nothing is drawn for whoever has gone.
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const session = await signedIn(sessions, request, response);
    if (!session) return;
    const language = request.query['language'] === 'de' ? 'de' : 'en';
    const conversationId = String(request.params['conversationId']);
    const pdf = answer(response, await notes.pdf(conversationId, session.memberId, language, gone.signal));
    if (!pdf) return;
    const refusal = goneMeanwhile(sessions, session);
    if (refusal) return void answer(response, refused(refusal));
    response.set('Content-Disposition', 'attachment; filename="progress-note.pdf"');
    response.type('application/pdf').send(Buffer.from(pdf));
  });
}
