import type { Refusal } from '@turnward/shared/wire/protocol.ts';
import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { Session, Sessions } from '../session.ts';
import type { Answer } from '../space/answer.ts';
import { newId } from '../space/run-space-command.ts';
import { refuseWith } from './app.ts';

const STATUS: Partial<Record<Refusal, number>> = {
  malformed: 400,
  'signed-out': 401,
  'sign-in-again': 403,
  'needs-a-factor': 403,
  'not-found': 404,
  locked: 423,
  'no-such-invite': 404,
  'too-many': 429,
  unavailable: 503,
};

/** The value, or undefined once the refusal was answered. */
export function answer<Value>(response: Response, result: Answer<Value>): Value | undefined {
  if ('value' in result) return result.value;
  refuseWith(response, STATUS[result.refusal] ?? 409, result.refusal);
  return undefined;
}

/** WR1. A body is parsed by its schema before anything else looks at it. */
export const knows =
  <Schema extends z.ZodType>(
    schema: Schema,
    handle: (body: z.infer<Schema>, request: Request, response: Response) => Promise<void>,
  ): RequestHandler =>
  async (request, response) => {
    const body = schema.safeParse(request.body);
    if (!body.success) return refuseWith(response, 400, 'malformed');
    await handle(body.data, request, response);
  };

/** The person on this device, or a new one, who is signed in only once they have come in. */
export async function personOf(sessions: Sessions, request: Request): Promise<{ memberId: string; session?: Session }> {
  const session = await sessions.of(request);
  return session ? { memberId: session.memberId, session } : { memberId: newId() };
}

/** Why this session may be sent nothing any more: asked again after whatever takes its time. */
export function goneMeanwhile(
  sessions: Pick<Sessions, 'holds' | 'isLocked'>,
  session: Session,
): 'locked' | 'signed-out' | undefined {
  if (sessions.isLocked(session)) return 'locked';
  return sessions.holds(session) ? undefined : 'signed-out';
}

export async function signedIn(sessions: Sessions, request: Request, response: Response): Promise<Session | undefined> {
  const session = await sessions.of(request);
  if (!session) refuseWith(response, 401, 'signed-out');
  return session;
}
