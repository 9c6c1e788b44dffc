import { type Host, leaveSchema, type Me, newDeviceLinkSchema, tokenSchema } from '@turnward/shared/wire/doors.ts';
import { Router } from 'express';
import type { Accounts } from '../accounts/accounts.ts';
import { hasWayIn } from '../accounts/ways-in.ts';
import type { Config } from '../config.ts';
import type { PrivateQuestions } from '../fit/private-questions.ts';
import type { AppLock } from '../lock/app-lock.ts';
import type { ProgressNotes } from '../notes/progress-notes.ts';
import { addAccountDoors } from './account-doors.ts';
import { openFreshSession } from './account-kit.ts';
import type { Allowance } from './allowance.ts';
import { addAuditDoors } from './audit-doors.ts';
import { answer, knows } from './door-kit.ts';
import { addExportDoors, type ExportParts } from './export-doors.ts';
import { addFitDoors } from './fit-doors.ts';
import { openLimits } from './limits.ts';
import { addLockDoors, lockedOut } from './lock-doors.ts';
import { addMyDataDoors, type MyDataParts } from './my-data-doors.ts';
import { addNoteDoors } from './note-doors.ts';
import { addSessionDoors } from './session-doors.ts';
import { addSignInDoors } from './sign-in-doors.ts';
import { addSpaceDoors, type SpaceDoorParts } from './space-doors.ts';

type DoorParts = Omit<SpaceDoorParts, 'fresh'> &
  Omit<MyDataParts, 'fresh'> &
  ExportParts & {
    accounts: Accounts;
    allowance: Allowance;
    config: Config;
    /** Pauses whatever this person is in the middle of (R5: the other sees a pause, nothing else). */
    pauseFor: (memberId: string) => Promise<void>;
    notes: ProgressNotes;
    questions: PrivateQuestions;
    failed: (error: unknown) => void;
    lock: AppLock;
  };

/** The doors of shared/wire/doors.ts. Each reads top-down: limit, who, what, answer. */
export function openDoors(parts: DoorParts): Router {
  const { accounts, admission, sessions, origins, config, pauseFor, audit, failed } = parts;
  const doors = Router();
  const limit = openLimits(parts.allowance, sessions);
  doors.use(lockedOut(parts));

  const me = async (memberId: string): Promise<Me> => ({
    member: { memberId, ...(await admission.roomsOf(memberId)) },
  });

  doors.get('/host', (_request, response) => {
    response.json({ contact: config.HOST_CONTACT, mail: accounts.mail !== undefined } satisfies Host);
  });

  doors.get('/me', async (request, response) => {
    const session = await sessions.ofLocked(request);
    if (!session) response.json({ member: null } satisfies Me);
    else if (session.lockedAt !== null) response.json({ member: null, locked: true } satisfies Me);
    else response.json(await me(session.memberId));
  });

  const fresh = openFreshSession(sessions, accounts);
  addSpaceDoors(doors, limit, { ...parts, fresh });
  addAccountDoors(doors, limit, parts);
  addSignInDoors(doors, limit, { ...parts, me });
  addSessionDoors(doors, limit, sessions);
  addLockDoors(doors, limit, { ...parts, fresh });
  addNoteDoors(doors, limit, parts);
  addMyDataDoors(doors, limit, { ...parts, fresh });
  addExportDoors(doors, limit, { ...parts, fresh });
  addAuditDoors(doors, parts);
  addFitDoors(doors, parts);

  doors.post(
    '/devices',
    limit('invite'),
    knows(newDeviceLinkSchema, async ({ lasting }, request, response) => {
      const session = await fresh(request, response);
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
      // A link is no sign-in: where there are ways to sign in, it leaves what needs one to them (AC5).
      const member = hasWayIn(await accounts.own.find(person.memberId));
      const how = member ? ({ kind: 'account', strong: false, authAt: 0 } as const) : ({ kind: 'device' } as const);
      const { device } = await sessions.begin(person.memberId, request, response, how);
      audit.record(person.memberId, 'signed-in', `device link: ${device}`);
      void accounts.mail?.tellSignIn(person.memberId).catch(failed);
      response.json(await me(person.memberId));
    }),
  );

  doors.post(
    '/leave',
    knows(leaveSchema, async (_body, request, response) => {
      const session = await sessions.ofLocked(request);
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
