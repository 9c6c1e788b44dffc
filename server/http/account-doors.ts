import {
  namedSchema,
  newPasswordSchema,
  nothingSchema,
  passkeyCreatedSchema,
  passwordLookSchema,
  removalSchema,
  totpSchema,
} from '@turnward/shared/wire/account-doors.ts';
import type { Response, Router } from 'express';
import type { Accounts } from '../accounts/accounts.ts';
import { passwordStrength } from '../accounts/passwords.ts';
import { deviceLabel } from '../device-label.ts';
import type { Session, Sessions } from '../session.ts';
import { newId } from '../space/run-space-command.ts';
import { openFreshSession, placeOf } from './account-kit.ts';
import { refuseWith } from './app.ts';
import { answer, knows, signedIn } from './door-kit.ts';
import type { Limit } from './limits.ts';

/** The doors by which a person sees and changes their own ways in: shared/wire/account-doors.ts. */
export function addAccountDoors(
  doors: Router,
  limit: Limit,
  { accounts, sessions }: { accounts: Accounts; sessions: Sessions },
): void {
  const { own } = accounts;
  const fresh = openFreshSession(sessions, accounts);

  const show = async (response: Response, session: Session) => void response.json(await own.shown(session));

  /** AC1, SE6. The first way in makes this device's session one of an account; a stronger one renews it. */
  const showAdded = async (response: Response, session: Session, { strong }: { strong: boolean }) => {
    const renewed =
      session.kind === 'device' || (strong && !session.strong)
        ? await sessions.renew(session, response, { kind: 'account', strong: strong || session.strong })
        : session;
    if (renewed) await show(response, renewed);
    else refuseWith(response, 401, 'signed-out');
  };

  doors.get('/account', async (request, response) => {
    const session = await signedIn(sessions, request, response);
    if (session) await show(response, session);
  });

  doors.post(
    '/account/begin',
    limit('begin'),
    knows(nothingSchema, async (_body, request, response) => {
      const session = (await sessions.ofLocked(request)) ?? (await sessions.begin(newId(), request, response));
      if (session.lockedAt === null) await show(response, session);
      else refuseWith(response, 409, 'locked');
    }),
  );

  doors.post(
    '/account/passkey/options',
    limit('account'),
    knows(nothingSchema, async (_body, request, response) => {
      const session = await fresh(request, response);
      if (session) response.json(await own.passkeyOptions(session.memberId, placeOf(request)));
    }),
  );

  doors.post(
    '/account/passkey',
    limit('account'),
    knows(passkeyCreatedSchema, async (body, request, response) => {
      const session = await fresh(request, response);
      if (!session) return;
      const label = deviceLabel(request.headers['user-agent']);
      const added = answer(response, await own.addPasskey(session, body, placeOf(request), label));
      if (added) await showAdded(response, session, added);
    }),
  );

  doors.post(
    '/account/password/look',
    limit('account'),
    knows(passwordLookSchema, async ({ signInName, password }, request, response) => {
      if (await signedIn(sessions, request, response)) response.json(passwordStrength(signInName, password));
    }),
  );

  doors.post(
    '/account/password',
    limit('account'),
    knows(newPasswordSchema, async (body, request, response) => {
      const session = await fresh(request, response);
      if (!session) return;
      const set = await own.setPassword(session.memberId, body);
      if ('hint' in set) response.status(409).json(set);
      else if (answer(response, set)) await showAdded(response, session, { strong: false });
    }),
  );

  doors.post(
    '/account/totp/start',
    limit('account'),
    knows(nothingSchema, async (_body, request, response) => {
      const session = await fresh(request, response);
      const start = session && answer(response, await own.startApp(session.memberId, placeOf(request)));
      if (start) response.json(start);
    }),
  );

  doors.post(
    '/account/totp',
    limit('account'),
    knows(totpSchema, async ({ code }, request, response) => {
      const session = await fresh(request, response);
      const added = session && answer(response, await own.confirmApp(session, code));
      if (added) await showAdded(response, session, added);
    }),
  );

  doors.post(
    '/account/recovery',
    limit('account'),
    knows(nothingSchema, async (_body, request, response) => {
      const session = await fresh(request, response);
      const codes = session && answer(response, await own.newCodes(session.memberId));
      if (codes) response.json(codes);
    }),
  );

  doors.post(
    '/account/remove',
    limit('account'),
    knows(removalSchema, async (removal, request, response) => {
      const session = await fresh(request, response);
      const done = session && answer(response, await own.remove(session.memberId, removal));
      if (done) await show(response, session);
    }),
  );

  doors.post(
    '/account/pending/cancel',
    limit('account'),
    knows(namedSchema, async ({ id }, request, response) => {
      const session = await signedIn(sessions, request, response);
      const done = session && answer(response, await own.cancel(session.memberId, id));
      if (done) await show(response, session);
    }),
  );
}
