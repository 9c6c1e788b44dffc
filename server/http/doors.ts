import { leaveSchema, type Me, newDeviceLinkSchema, tokenSchema } from '@turnward/shared/wire/doors.ts';
import { Router } from 'express';
import type { Config } from '../config.ts';
import type { PrivateQuestions } from '../fit/private-questions.ts';
import type { ProgressNotes } from '../notes/progress-notes.ts';
import type { Allowance } from './allowance.ts';
import { addAuditDoors } from './audit-doors.ts';
import { answer, knows, signedIn } from './door-kit.ts';
import { addFitDoors } from './fit-doors.ts';
import { openLimits } from './limits.ts';
import { addMyDataDoors, type MyDataParts } from './my-data-doors.ts';
import { addNoteDoors } from './note-doors.ts';
import { addSpaceDoors, type SpaceDoorParts } from './space-doors.ts';

type DoorParts = SpaceDoorParts &
  MyDataParts & {
    allowance: Allowance;
    config: Config;
    /** Pauses whatever this person is in the middle of (R5: the other sees a pause, nothing else). */
    pauseFor: (memberId: string) => Promise<void>;
    notes: ProgressNotes;
    questions: PrivateQuestions;
  };

/** The doors of shared/wire/doors.ts. Each reads top-down: limit, who, what, answer. */
export function openDoors(parts: DoorParts): Router {
  const { admission, sessions, origins, config, pauseFor, audit } = parts;
  const doors = Router();
  const limit = openLimits(parts.allowance, sessions);

  const me = async (memberId: string): Promise<Me> => ({
    member: { memberId, ...(await admission.roomsOf(memberId)) },
  });

  doors.get('/host', (_request, response) => void response.json({ contact: config.HOST_CONTACT }));

  doors.get('/me', async (request, response) => {
    const session = await sessions.of(request);
    response.json(session ? await me(session.memberId) : ({ member: null } satisfies Me));
  });

  addSpaceDoors(doors, limit, parts);
  addNoteDoors(doors, limit, parts);
  addMyDataDoors(doors, limit, parts);
  addAuditDoors(doors, parts);
  addFitDoors(doors, parts);

  doors.post(
    '/devices',
    limit('invite'),
    knows(newDeviceLinkSchema, async ({ lasting }, request, response) => {
      const session = await signedIn(sessions, request, response);
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
      const { device } = await sessions.begin(person.memberId, request, response);
      audit.record(person.memberId, 'signed-in', `device link: ${device}`);
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
        audit.record(session.memberId, 'signed-out', session.device);
      }
      response.set('Clear-Site-Data', '"cookies", "storage"').status(204).end();
    }),
  );

  return doors;
}
