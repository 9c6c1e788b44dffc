import { takeOutSchema } from '@turnward/shared/wire/doors.ts';
import type { CopyForm } from '@turnward/shared/wire/talks-copy.ts';
import type { Request, Response, Router } from 'express';
import type { Audit } from '../audit/audit.ts';
import type { TakingOut } from '../exports/take-out.ts';
import type { Session, Sessions } from '../session.ts';
import { answer, goneMeanwhile, knows } from './door-kit.ts';
import type { Limit } from './limits.ts';

export type ExportParts = { sessions: Sessions; takeOut: TakingOut; audit: Audit };
type Fresh = { fresh: (request: Request, response: Response) => Promise<Session | undefined> };

const FILES: Record<CopyForm, { name: string; type: string }> = {
  json: { name: 'talks.json', type: 'application/json' },
  markdown: { name: 'talks.md', type: 'text/markdown' },
  html: { name: 'talks.html', type: 'text/html' },
};

/** CO5, AC10. The door by which a partner takes whole talks out. A file’s name holds nobody’s name. */
export function addExportDoors(doors: Router, limit: Limit, parts: ExportParts & Fresh): void {
  const { sessions, takeOut, audit, fresh } = parts;
  doors.post(
    '/spaces/:spaceId/export',
    limit('export'),
    knows(takeOutSchema, async (wish, request, response) => {
      const session = await fresh(request, response);
      if (!session) return;
      const present = () => goneMeanwhile(sessions, session);
      const { memberId } = session;
      const spaceId = String(request.params.spaceId);
      const text = answer(response, await takeOut({ ...wish, spaceId, memberId, present }));
      if (text === undefined) return;
      audit.record(memberId, 'exported', wish.form);
      const { name, type } = FILES[wish.form];
      response.set('Content-Disposition', `attachment; filename="${name}"`).type(type).send(text);
    }),
  );
}
