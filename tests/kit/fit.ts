import { openDeepLock } from '@turnward/server/fit/deep-lock.ts';
import { openFits } from '@turnward/server/fit/fits.ts';
import type { EventStore } from '@turnward/server/ports/event-store.ts';
import type { Spaces } from '@turnward/server/space/spaces.ts';
import { FIT_QUESTIONS, FIT_VERSION, type FitAnswers } from '@turnward/shared/fit/questions.ts';
import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { expect } from 'vitest';
import type { Opened, Person } from './person.ts';

/** Every question answered with what clears the way. */
export const AT_EASE: FitAnswers = Object.fromEntries(FIT_QUESTIONS.map(({ id }) => [id, 'no']));

/** Sends a person's answers by their door. */
export const answerFit = (person: Person, spaceId: string, answers: FitAnswers): Promise<Opened> =>
  person.door('POST', `/api/spaces/${spaceId}/fit`, { version: FIT_VERSION, answers });

/** Both answer, each on their own device, where the guide asks for it. */
export async function clearTheWay(guideId: string, spaceId: string, both: readonly Person[]): Promise<void> {
  if (!guideById(guideId)?.deep) return;
  for (const person of both) expect((await answerFit(person, spaceId, AT_EASE)).status).toBe(200);
}

/** The lock as the server has it, over this store. */
export const aDeepLock = (events: EventStore, spaces: Spaces, now: () => number) =>
  openDeepLock({ fits: openFits(events, now), spaces, config: { DEEP_GUIDES: 'ask' }, now });
