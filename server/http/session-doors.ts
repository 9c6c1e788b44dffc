import { namedSchema, nothingSchema, type SessionList } from '@turnward/shared/wire/account-doors.ts';
import type { Response, Router } from 'express';
import { type Session, type Sessions, sha256 } from '../session.ts';
import { refuseWith } from './app.ts';
import { knows, signedIn } from './door-kit.ts';
import type { Limit } from './limits.ts';

/** SE7. What is shown of a session names it and opens nothing, even for whoever can read the store. */
const shownId = ({ idHash }: Session): string => sha256(`shown ${idHash}`).slice(0, 32);

/** The doors by which a person sees where they are signed in, and ends it. */
export function addSessionDoors(doors: Router, limit: Limit, sessions: Sessions): void {
  const list = async (response: Response, here: Session) => {
    const all = await sessions.listOf(here.memberId);
    const lines = all.map((session) => {
      const { device, kind, createdAt, seenAt, idHash } = session;
      return { id: shownId(session), device, kind, createdAt, seenAt, here: idHash === here.idHash };
    });
    response.json({ sessions: lines } satisfies SessionList);
  };

  doors.get('/sessions', async (request, response) => {
    const session = await signedIn(sessions, request, response);
    if (session) await list(response, session);
  });

  doors.post(
    '/sessions/end',
    limit('account'),
    knows(namedSchema, async ({ id }, request, response) => {
      const here = await signedIn(sessions, request, response);
      if (!here) return;
      const ending = (await sessions.listOf(here.memberId)).find((session) => shownId(session) === id);
      if (!ending) return refuseWith(response, 404, 'not-found');
      if (ending.idHash === here.idHash) {
        await sessions.end(here, response);
        response.json({ sessions: [] } satisfies SessionList);
        return;
      }
      await sessions.end(ending);
      await list(response, here);
    }),
  );

  doors.post(
    '/sessions/end-others',
    limit('account'),
    knows(nothingSchema, async (_body, request, response) => {
      const here = await signedIn(sessions, request, response);
      if (!here) return;
      await sessions.endAll(here.memberId, here);
      await list(response, here);
    }),
  );

  doors.post(
    '/sessions/stay',
    limit('account'),
    knows(nothingSchema, async (_body, request, response) => {
      // Being asked is what counts as use: see `Sessions.of`.
      if (await signedIn(sessions, request, response)) response.status(204).end();
    }),
  );
}
