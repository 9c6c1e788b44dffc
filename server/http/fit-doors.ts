import { fitClearSchema, fitSentSchema } from '@turnward/shared/wire/fit-doors.ts';
import type { Request, Response, Router } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { PrivateQuestions } from '../fit/private-questions.ts';
import type { Session, Sessions } from '../session.ts';
import { refuseWith } from './app.ts';
import { answer, knows, signedIn } from './door-kit.ts';

type Parts = { sessions: Sessions; questions: PrivateQuestions };

/** Security row 35. */
const EACH_PERSON = { points: 120, duration: 15 * 60 };

/** The doors of shared/wire/fit-doors.ts. */
export function addFitDoors(doors: Router, { sessions, questions }: Parts): void {
  // By person and not by address: two who share one would else learn of each other that the questions were answered (FI2).
  const limiter = new RateLimiterMemory(EACH_PERSON);

  const asker = async (request: Request, response: Response): Promise<Session | undefined> => {
    const session = await signedIn(sessions, request, response);
    if (!session) return undefined;
    try {
      await limiter.consume(session.memberId);
      return session;
    } catch {
      refuseWith(response, 429, 'too-many');
      return undefined;
    }
  };

  const say = (response: Response, result: Awaited<ReturnType<PrivateQuestions['standing']>>) => {
    const standing = answer(response, result);
    if (standing) response.json(standing);
  };

  doors.get('/spaces/:spaceId/fit', async (request, response) => {
    const session = await asker(request, response);
    if (session) say(response, await questions.standing(String(request.params['spaceId']), session.memberId));
  });

  doors.post(
    '/spaces/:spaceId/fit',
    knows(fitSentSchema, async ({ answers }, request, response) => {
      const session = await asker(request, response);
      const command = { type: 'AnswerFit', answers } as const;
      if (session) say(response, await questions.ask(String(request.params['spaceId']), session.memberId, command));
    }),
  );

  doors.post(
    '/spaces/:spaceId/fit/clear',
    knows(fitClearSchema, async (_body, request, response) => {
      const session = await asker(request, response);
      const command = { type: 'ClearFit' } as const;
      if (session) say(response, await questions.ask(String(request.params['spaceId']), session.memberId, command));
    }),
  );
}
