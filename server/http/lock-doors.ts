import { type HasPin, type Locked, lockSchema, newPinSchema, unlockSchema } from '@turnward/shared/wire/lock-doors.ts';
import type { Request, RequestHandler, Response, Router } from 'express';
import type { AppLock } from '../lock/app-lock.ts';
import type { Session, Sessions } from '../session.ts';
import { refuseWith } from './app.ts';
import { answer, knows, signedIn } from './door-kit.ts';
import type { Limit } from './limits.ts';

type Parts = {
  lock: AppLock;
  sessions: Sessions;
  /** Who asks, if they showed within minutes who they are; guests on a device can't. */
  fresh: (request: Request, response: Response) => Promise<Session | undefined>;
};

/** Doors that open for a locked session: the way out, the way back, and what holds nothing of anybody. */
const OPEN_WHILE_LOCKED: ReadonlySet<string> = new Set(['/me', '/host', '/leave', '/lock', '/unlock']);

/** LK1. Before every door: a locked session is told so, and nothing else, whatever it asks. */
export const lockedOut =
  ({ lock, sessions }: Pick<Parts, 'lock' | 'sessions'>): RequestHandler =>
  async (request, response, next) => {
    const session = await sessions.ofLocked(request);
    const locked =
      session &&
      (session.lockedAt !== null || (await lock.lockAbandoned(session)) || (await lock.lockOverdue(session)));
    if (locked && !OPEN_WHILE_LOCKED.has(request.path)) refuseWith(response, 423, 'locked');
    else next();
  };

/** The doors of the app lock. */
export function addLockDoors(doors: Router, limit: Limit, { lock, sessions, fresh }: Parts): void {
  doors.post(
    '/lock',
    knows(lockSchema, async ({ opening }, request, response) => {
      const session = await sessions.ofLocked(request);
      const locked = session ? await lock.lock(session, opening) : false;
      const pin = locked || (session !== undefined && (await lock.has(session.memberId)));
      response.json({ locked, pin } satisfies Locked);
    }),
  );

  doors.post(
    '/unlock',
    limit('pin'),
    knows(unlockSchema, async ({ pin }, request, response) => {
      const session = await sessions.ofLocked(request);
      if (!session) return refuseWith(response, 401, 'signed-out');
      const tried = await lock.unlock(session, pin);
      if ('until' in tried) return void response.status(429).json(tried);
      if (answer(response, tried) === null) response.status(204).end();
    }),
  );

  doors.get('/pin', async (request, response) => {
    const session = await signedIn(sessions, request, response);
    if (session) response.json({ pin: await lock.has(session.memberId) } satisfies HasPin);
  });

  doors.post(
    '/pin',
    limit('pin'),
    knows(newPinSchema, async (wanted, request, response) => {
      const session = await signedIn(sessions, request, response);
      if (!session) return;
      // LK5. Whoever has the device in hand for a moment must not lock its owner out.
      const first = !(await lock.has(session.memberId));
      if (first && !(await fresh(request, response))) return;
      const tried = await lock.change(session, wanted);
      if ('until' in tried) return void response.status(429).json(tried);
      if (answer(response, tried) === null) response.json({ pin: wanted.pin !== null } satisfies HasPin);
    }),
  );
}
