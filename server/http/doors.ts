import {
  joinByCodeSchema,
  joinSchema,
  leaveSchema,
  type Me,
  newDeviceLinkSchema,
  newInviteSchema,
  newSpaceSchema,
  tokenSchema,
} from '@turnward/shared/wire/doors.ts';
import type { Refusal } from '@turnward/shared/wire/protocol.ts';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { z } from 'zod';
import type { Config } from '../config.ts';
import type { Session, Sessions } from '../session.ts';
import type { Admission, Answer } from '../space/admission.ts';
import { newId } from '../space/run-space-command.ts';
import { refuseWith } from './app.ts';
import { openLimits } from './limits.ts';
import type { Origins } from './origins.ts';

type Parts = {
  admission: Admission;
  sessions: Sessions;
  origins: Origins;
  config: Config;
  /** A practice partner takes the other seat. */
  seatPracticePartner: (spaceId: string, inviter: string, language: 'en' | 'de') => Promise<void>;
  /** Pauses whatever this person is in the middle of (R5: the other sees a pause, nothing else). */
  pauseFor: (memberId: string) => Promise<void>;
};

const STATUS: Partial<Record<Refusal, number>> = {
  malformed: 400,
  'signed-out': 401,
  'not-found': 404,
  'no-such-invite': 404,
  'too-many': 429,
  unavailable: 503,
};

/** The doors of shared/wire/doors.ts. Each reads top-down: limit, who, what, answer. */
export function openDoors({ admission, sessions, origins, config, seatPracticePartner, pauseFor }: Parts): Router {
  const doors = Router();
  const limit = openLimits();

  const answer = <Value>(response: Response, result: Answer<Value>): Value | undefined => {
    if ('value' in result) return result.value;
    refuseWith(response, STATUS[result.refusal] ?? 409, result.refusal);
    return undefined;
  };

  const knows =
    <Schema extends z.ZodType>(
      schema: Schema,
      handle: (body: z.infer<Schema>, request: Request, response: Response) => Promise<void>,
    ): RequestHandler =>
    async (request, response) => {
      const body = schema.safeParse(request.body);
      if (!body.success) return refuseWith(response, 400, 'malformed');
      await handle(body.data, request, response);
    };

  /** The person on this device, or a new one, who is signed in only once they have come in. */
  const personOf = async (request: Request): Promise<{ memberId: string; session?: Session }> => {
    const session = await sessions.of(request);
    return session ? { memberId: session.memberId, session } : { memberId: newId() };
  };

  const signedIn = async (request: Request, response: Response): Promise<Session | undefined> => {
    const session = await sessions.of(request);
    if (!session) refuseWith(response, 401, 'signed-out');
    return session;
  };

  const me = async (memberId: string): Promise<Me> => ({
    member: { memberId, spaces: await admission.spacesOf(memberId) },
  });

  doors.get('/host', (_request, response) => void response.json({ contact: config.HOST_CONTACT }));

  doors.get('/me', async (request, response) => {
    const session = await sessions.of(request);
    response.json(session ? await me(session.memberId) : ({ member: null } satisfies Me));
  });

  doors.post(
    '/spaces',
    limit('begin'),
    knows(newSpaceSchema, async (body, request, response) => {
      const { memberId, session } = await personOf(request);
      const created = answer(response, await admission.createSpace(memberId, body));
      if (!created) return;
      if (body.practice) await seatPracticePartner(created.spaceId, memberId, body.language);
      if (!session) await sessions.begin(memberId, request, response);
      response.json(created);
    }),
  );

  doors.post(
    '/spaces/:spaceId/invites',
    limit('invite'),
    knows(newInviteSchema, async ({ via }, request, response) => {
      const session = await signedIn(request, response);
      if (!session) return;
      const base = origins.forOthers(request.headers.origin);
      const spaceId = String(request.params.spaceId);
      const invite = answer(response, await admission.makeInvite(spaceId, session.memberId, via, base));
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
    knows(joinSchema, async ({ token, name }, request, response) => {
      const { memberId, session } = await personOf(request);
      const joined = answer(response, await admission.join(token, memberId, name));
      if (!joined) return;
      if (!session) await sessions.begin(memberId, request, response);
      response.json(joined);
    }),
  );

  doors.post(
    '/join/code',
    limit('code'),
    knows(joinByCodeSchema, async ({ code, name }, request, response) => {
      const { memberId, session } = await personOf(request);
      const waiting = answer(response, await admission.joinByCode(code, memberId, name));
      if (!waiting) return;
      if (!session) await sessions.begin(memberId, request, response);
      response.json(waiting);
    }),
  );

  doors.get('/join/waiting', async (request, response) => {
    const session = await signedIn(request, response);
    if (session) response.json(await admission.waiting(session.memberId));
  });

  doors.post(
    '/devices',
    limit('invite'),
    knows(newDeviceLinkSchema, async ({ lasting }, request, response) => {
      const session = await signedIn(request, response);
      if (!session) return;
      const base = origins.forOthers(request.headers.origin);
      response.json(await admission.deviceLink(session.memberId, lasting, base));
    }),
  );

  doors.post(
    '/devices/join',
    limit('token'),
    knows(tokenSchema, async ({ token }, request, response) => {
      const person = answer(response, await admission.useDeviceLink(token));
      if (!person) return;
      const before = await sessions.of(request);
      if (before) await sessions.end(before);
      await sessions.begin(person.memberId, request, response);
      response.json(await me(person.memberId));
    }),
  );

  doors.post(
    '/leave',
    knows(leaveSchema, async (_body, request, response) => {
      const session = await sessions.of(request);
      if (session) {
        await pauseFor(session.memberId);
        await sessions.end(session, response);
      }
      response.set('Clear-Site-Data', '"cookies", "storage"').status(204).end();
    }),
  );

  return doors;
}
