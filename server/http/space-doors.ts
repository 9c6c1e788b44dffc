import {
  joinByCodeSchema,
  joinSchema,
  newInviteSchema,
  newSpaceSchema,
  tokenSchema,
} from '@turnward/shared/wire/doors.ts';
import type { Request, Response, Router } from 'express';
import type { LookingAfter } from '../accounts/looking-after.ts';
import type { Audit } from '../audit/audit.ts';
import type { Session, Sessions } from '../session.ts';
import type { Admission } from '../space/admission.ts';
import { refuseWith } from './app.ts';
import { answer, knows, personOf, signedIn } from './door-kit.ts';
import type { Limit } from './limits.ts';
import type { Origins } from './origins.ts';

export type SpaceDoorParts = {
  admission: Admission;
  sessions: Sessions;
  origins: Origins;
  audit: Audit;
  lookingAfter: LookingAfter;
  /** Who asks, if they showed lately who they are (AC5). */
  fresh: (request: Request, response: Response) => Promise<Session | undefined>;
  /** Practice partners take the seats that are free beside whoever began the space. */
  seatPracticePartners: (spaceId: string, inviter: string, language: 'en' | 'de') => Promise<void>;
};

/** The doors by which a space begins and people come into it. */
export function addSpaceDoors(doors: Router, limit: Limit, parts: SpaceDoorParts): void {
  const { admission, sessions, origins, audit, lookingAfter, fresh, seatPracticePartners } = parts;

  const signIn = async (memberId: string, by: string, request: Request, response: Response) => {
    const { device } = await sessions.begin(memberId, request, response);
    audit.record(memberId, 'signed-in', `${by}: ${device}`);
  };

  doors.post(
    '/spaces',
    limit('begin'),
    knows(newSpaceSchema, async (body, request, response) => {
      const { memberId, session } = await personOf(sessions, request);
      // AC9. Who opens a room for a couple looks after them.
      const founds = body.secrets !== undefined && !body.practice;
      if (founds && !lookingAfter.isReady(session)) return refuseWith(response, 403, 'needs-a-factor');
      const created = answer(response, await admission.createSpace(memberId, body));
      if (!created) return;
      if (body.practice) await seatPracticePartners(created.spaceId, memberId, body.language);
      if (!session) await signIn(memberId, 'new space', request, response);
      response.json(created);
    }),
  );

  doors.post(
    '/spaces/:spaceId/invites',
    limit('invite'),
    knows(newInviteSchema, async (body, request, response) => {
      const session = await fresh(request, response);
      if (!session) return;
      const base = origins.forOthers(request.headers.origin);
      const spaceId = String(request.params.spaceId);
      if (await lookingAfter.lacksFactor(spaceId, session)) return refuseWith(response, 403, 'needs-a-factor');
      const invite = answer(response, await admission.makeInvite(spaceId, session.memberId, body, base));
      if (invite) response.json(invite);
    }),
  );

  doors.post(
    '/join/look',
    limit('token'),
    knows(tokenSchema, async ({ token }, _request, response) => {
      const found = answer(response, await admission.look(token));
      if (found) response.json(found);
    }),
  );

  doors.post(
    '/join',
    limit('token'),
    knows(joinSchema, async (body, request, response) => {
      const { memberId, session } = await personOf(sessions, request);
      if (body.secrets !== undefined && !lookingAfter.isReady(session)) {
        return refuseWith(response, 403, 'needs-a-factor');
      }
      const joined = answer(response, await admission.join(body, memberId));
      if (!joined) return;
      if (!session) await signIn(memberId, 'invitation', request, response);
      response.json(joined);
    }),
  );

  doors.post(
    '/join/code',
    limit('code'),
    knows(joinByCodeSchema, async (body, request, response) => {
      const { memberId, session } = await personOf(sessions, request);
      const waiting = answer(response, await admission.joinByCode(body, memberId));
      if (!waiting) return;
      if (!session) await signIn(memberId, 'spoken code', request, response);
      response.json(waiting);
    }),
  );

  doors.get('/join/waiting', async (request, response) => {
    const session = await signedIn(sessions, request, response);
    if (session) response.json(await admission.waiting(session.memberId));
  });
}
