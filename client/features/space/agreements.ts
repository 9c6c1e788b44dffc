import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { consentOf } from '@turnward/shared/space/consents.ts';
import type { SpaceEvent } from '@turnward/shared/space/events.ts';
import type { Given, SpaceState } from '@turnward/shared/space/state.ts';

/** Whether this partner stands by the other reading kept talks alone (CO4); `since` in ms, null where keeping alone said so. */
export type LookingBack = { agrees: boolean; since: number | null };

export function lookingBack(state: SpaceState, log: readonly Recorded<SpaceEvent>[], memberId: string): LookingBack {
  const said = log.findLast(
    ({ event }) =>
      (event.type === 'ConsentGiven' || event.type === 'ConsentWithdrawn') &&
      event.what === 'look-back-alone' &&
      event.by === memberId,
  );
  return { agrees: !state.togetherOnly.includes(memberId), since: said?.at ?? null };
}

/** What else somebody has agreed to and still holds at `now` (ms): each runs out by itself (CO2). */
export const runningConsents = (state: SpaceState, now: number): Given[] =>
  state.consents.filter(
    (given) => given.what !== 'look-back-alone' && consentOf(state, given.by, given.what, now, given.about) === given,
  );
