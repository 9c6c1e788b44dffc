import { guideById } from '../guides/all-guides.ts';
import { refuse } from '../kernel/decider.ts';
import { type Of, record, type SpaceOutcome } from './outcome.ts';
import { memberOf, type SpaceState } from './state.ts';

/** How far ahead a meeting may be planned, in ms. */
export const FURTHEST_MEETING = 366 * 24 * 3_600_000;

/** ME10. `at` in ms, later than now; null where no meeting is planned any more. */
export function setMeeting({ meeting }: SpaceState, { at, by }: Of<'SetMeeting'>, now: number): SpaceOutcome {
  if (at === (meeting?.at ?? null)) return [];
  if (at !== null && !(at > now && at <= now + FURTHEST_MEETING)) return refuse('no-such-time');
  return [record({ type: 'MeetingSet', at, by })];
}

/** ME10. A facilitator suggests a talk; anybody of them puts it away. */
export function setHomework(space: SpaceState, { guideId, by }: Of<'SetHomework'>): SpaceOutcome {
  if (guideId !== null && memberOf(space, by)?.role !== 'facilitator') return refuse('not-yours-to-change');
  if (guideId !== null && !guideById(guideId)) return refuse('no-such-guide');
  if (guideId === (space.homework?.guideId ?? null)) return [];
  return [record({ type: 'HomeworkSet', guideId, by })];
}
