import {
  mailAddressSchema,
  mailCodeSchema,
  mailSignInSchema,
  mailStopSchema,
} from '@turnward/shared/wire/account-doors.ts';
import type { Request, Response, Router } from 'express';
import type { Accounts } from '../accounts/accounts.ts';
import type { OwnMail } from '../accounts/own-mail.ts';
import type { Known } from '../accounts/signing-in.ts';
import { type Session, type Sessions, sha256 } from '../session.ts';
import type { Answer } from '../space/answer.ts';
import { openFreshSession } from './account-kit.ts';
import type { Allowance } from './allowance.ts';
import { refuseWith } from './app.ts';
import { answer, knows, signedIn } from './door-kit.ts';
import type { Limit } from './limits.ts';

type Parts = {
  accounts: Accounts;
  sessions: Sessions;
  allowance: Allowance;
  mail: OwnMail;
  failed: (error: unknown) => void;
  letIn: (request: Request, response: Response, known: Answer<Known & { authAt?: number }>) => Promise<void>;
};

/** The doors of one's own address, and of signing in by it (ML). Without a mail server none of them is there. */
export function addMailDoors(
  doors: Router,
  limit: Limit,
  { accounts, sessions, allowance, mail, failed, letIn }: Parts,
): void {
  const { own } = accounts;
  const fresh = openFreshSession(sessions, accounts);
  const show = async (response: Response, session: Session) => void response.json(await own.shown(session));

  doors.post(
    '/account/mail',
    limit('mail'),
    knows(mailAddressSchema, async ({ address }, request, response) => {
      const session = await fresh(request, response);
      if (session && answer(response, await mail.ask(session.memberId, address))) response.status(204).end();
    }),
  );

  doors.post(
    '/account/mail/confirm',
    limit('account'),
    knows(mailCodeSchema, async ({ code }, request, response) => {
      const session = await signedIn(sessions, request, response);
      if (session && answer(response, await mail.confirm(session.memberId, code))) await show(response, session);
    }),
  );

  doors.post(
    '/account/mail/stop',
    limit('mail'),
    knows(mailStopSchema, async ({ secret }, _request, response) => {
      if (answer(response, await mail.cancelByLink(secret))) response.status(204).end();
    }),
  );

  doors.post(
    '/sign-in/mail',
    limit('mail'),
    knows(mailAddressSchema, async ({ address }, _request, response) => {
      // ML4. The answer is on its way before anything is looked up.
      response.status(204).end(() => void mail.sendLink(address).catch(failed));
    }),
  );

  doors.post(
    '/sign-in/mail/use',
    limit('signIn'),
    knows(mailSignInSchema, async ({ secret, code }, request, response) => {
      if (!(await allowance('tries of a link', sha256(secret)))) return refuseWith(response, 429, 'too-many');
      const known = await mail.byLink(secret, code);
      // ML3. It is no fresh sign-in: whoever reads the mail of somebody changes none of their ways in.
      await letIn(request, response, 'value' in known ? { value: { ...known.value, authAt: 0 } } : known);
    }),
  );
}
