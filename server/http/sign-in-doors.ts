import {
  nothingSchema,
  passkeyUsedSchema,
  passwordSignInSchema,
  passwordStepUpSchema,
  recoverySignInSchema,
} from '@turnward/shared/wire/account-doors.ts';
import type { Me } from '@turnward/shared/wire/doors.ts';
import type { Request, Response, Router } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Accounts } from '../accounts/accounts.ts';
import { foldedName } from '../accounts/folded-name.ts';
import type { Known } from '../accounts/signing-in.ts';
import { type Session, type Sessions, sha256 } from '../session.ts';
import type { Answer } from '../space/answer.ts';
import { placeOf } from './account-kit.ts';
import type { Allowance } from './allowance.ts';
import { refuseWith } from './app.ts';
import { answer, knows, signedIn } from './door-kit.ts';
import type { Limit } from './limits.ts';
import { addMailDoors } from './mail-doors.ts';

/** Security row 35. Wrong passwords for one name, whether anybody has it or not, from however many addresses. */
const TRIES = { points: 10, duration: 15 * 60 };

type Parts = {
  accounts: Accounts;
  sessions: Sessions;
  allowance: Allowance;
  failed: (error: unknown) => void;
  me: (memberId: string) => Promise<Me>;
};

/** The doors by which somebody shows who they are, on a new device or once more. */
export function addSignInDoors(doors: Router, limit: Limit, parts: Parts): void {
  const { accounts, sessions, failed, me } = parts;
  const { own, signingIn, mail } = accounts;
  const tries = new RateLimiterMemory(TRIES);
  /** False once the refusal was answered. */
  const mayTry = (response: Response, whose: string): Promise<boolean> =>
    tries.consume(sha256(whose)).then(
      () => true,
      () => {
        refuseWith(response, 429, 'too-many');
        return false;
      },
    );

  /** SE6. Whoever this device was before, its secret is dead from here on. */
  const letIn = async (request: Request, response: Response, known: Answer<Known & { authAt?: number }>) => {
    const person = answer(response, known);
    if (!person) return;
    const { memberId, ...how } = person;
    const before = await sessions.ofLocked(request);
    const renewed =
      before?.memberId === memberId && (await sessions.renew(before, response, { kind: 'account', ...how }));
    if (!renewed) {
      if (before) await sessions.end(before);
      await sessions.begin(memberId, request, response, { kind: 'account', ...how });
      void mail?.tellSignIn(memberId).catch(failed);
    }
    response.json(await me(memberId));
  };

  const goOn = async (response: Response, session: Session, known: Answer<Known>) => {
    const person = answer(response, known);
    if (!person) return;
    const strong = person.strong || session.strong;
    const renewed = await sessions.renew(session, response, { kind: 'account', strong });
    if (renewed) response.json(await own.shown(renewed));
    else refuseWith(response, 401, 'signed-out');
  };

  if (mail) addMailDoors(doors, limit, { ...parts, mail, letIn });

  doors.post(
    '/sign-in/passkey/options',
    limit('signIn'),
    knows(nothingSchema, async (_body, request, response) => {
      response.json(await signingIn.toSignIn(placeOf(request)));
    }),
  );

  doors.post(
    '/sign-in/passkey',
    limit('signIn'),
    knows(passkeyUsedSchema, async (body, request, response) =>
      letIn(request, response, await signingIn.byPasskey(body, placeOf(request))),
    ),
  );

  doors.post(
    '/sign-in/password',
    limit('signIn'),
    knows(passwordSignInSchema, async (body, request, response) => {
      const name = foldedName(body.signInName);
      if (!(await mayTry(response, `name ${name}`))) return;
      const known = await signingIn.byPassword(body);
      if ('value' in known) await tries.delete(sha256(`name ${name}`));
      await letIn(request, response, known);
    }),
  );

  doors.post(
    '/sign-in/recovery',
    limit('signIn'),
    knows(recoverySignInSchema, async ({ code }, request, response) =>
      letIn(request, response, await signingIn.byRecovery(code)),
    ),
  );

  doors.post(
    '/step-up/passkey/options',
    limit('signIn'),
    knows(nothingSchema, async (_body, request, response) => {
      const session = await signedIn(sessions, request, response);
      if (session) response.json(await signingIn.toStepUp(session.memberId, placeOf(request)));
    }),
  );

  doors.post(
    '/step-up/passkey',
    limit('signIn'),
    knows(passkeyUsedSchema, async (body, request, response) => {
      const session = await signedIn(sessions, request, response);
      if (!session) return;
      await goOn(response, session, await signingIn.againByPasskey(session.memberId, body, placeOf(request)));
    }),
  );

  doors.post(
    '/step-up/password',
    limit('signIn'),
    knows(passwordStepUpSchema, async (body, request, response) => {
      const session = await signedIn(sessions, request, response);
      if (!session || !(await mayTry(response, `member ${session.memberId}`))) return;
      const known = await signingIn.againByPassword(session.memberId, body);
      if ('value' in known) await tries.delete(sha256(`member ${session.memberId}`));
      await goOn(response, session, known);
    }),
  );
}
