import type { Request, Response } from 'express';
import type { Accounts } from '../accounts/accounts.ts';
import type { Place } from '../accounts/passkeys.ts';
import type { Session, Sessions } from '../session.ts';
import { refuseWith } from './app.ts';
import { signedIn } from './door-kit.ts';

/** The origin of the page that asks; the app has checked that it is ours. */
export const placeOf = (request: Request): Place => ({ origin: request.headers.origin ?? '' });

/** SE8, AC5, security rows 12 and 14. Who asks, if they showed within five minutes who they are; guests on a device can't. */
export const openFreshSession =
  (sessions: Sessions, { own }: Pick<Accounts, 'own'>) =>
  async (request: Request, response: Response): Promise<Session | undefined> => {
    const session = await signedIn(sessions, request, response);
    if (!session) return undefined;
    if (!own.stepUpNeeded(await own.find(session.memberId), session)) return session;
    refuseWith(response, 403, 'sign-in-again');
    return undefined;
  };
