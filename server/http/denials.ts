import { createHmac, randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Audit } from '../audit/audit.ts';
import type { Logger } from '../log.ts';
import type { Sessions } from '../session.ts';
import type { Allowance } from './allowance.ts';

/** Who was refused is told by a keyed hash: the same person in one run of the server, nobody to anybody outside it. */
const RUN_KEY = randomBytes(32);
const marked = (who: string): string => createHmac('sha256', RUN_KEY).update(who).digest('base64url').slice(0, 12);

type Parts = { sessions: Pick<Sessions, 'of'>; audit: Pick<Audit, 'record'>; allowance: Allowance; log: Logger };

/**
 * DR3. Each refusal of a door is logged: who (hashed), which door, why; never an id, a body or a query. Whoever is signed in
 * finds it in their own record, too.
 */
export function denials({ sessions, audit, allowance, log }: Parts): RequestHandler {
  return (request, response, next) => {
    const session = sessions.of(request).catch(() => undefined);
    response.once('finish', () => {
      if (response.statusCode < 400) return;
      const door = `${request.method} ${request.route?.path ?? 'none'}`;
      const why = whyOf(response);
      session.then(async (found) => {
        log.warn({ who: marked(found?.memberId ?? request.ip ?? ''), door, why }, 'A door was not opened.');
        if (found && (await allowance('denials', found.memberId))) audit.record(found.memberId, 'refused', door);
      });
    });
    next();
  };
}

const whyOf = ({ locals, statusCode }: Response): string => String(locals['refusal'] ?? statusCode);
