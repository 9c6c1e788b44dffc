import type { Router } from 'express';
import type { Audit } from '../audit/audit.ts';
import type { Sessions } from '../session.ts';
import { signedIn } from './door-kit.ts';

/** DR4. The door by which each person reads their own record, and nobody else's. */
export function addAuditDoors(doors: Router, { audit, sessions }: { audit: Audit; sessions: Sessions }): void {
  doors.get('/audit', async (request, response) => {
    const session = await signedIn(sessions, request, response);
    if (!session) return;
    const entries = await audit.of(session.memberId);
    response.json({ entries: entries.map(({ at, what, about }) => ({ at, what, about })) });
  });
}
