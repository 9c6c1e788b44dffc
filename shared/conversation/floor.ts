import type { Guide, Step } from '../guides/guide.ts';
import { otherSeat, SEATS, type Seat } from '../kernel/stream.ts';

/** Who plays the sharer in a round: the first seat in round 1, the other in round 2. */
export const sharerOf = (round: 1 | 2, first: Seat): Seat => (round === 1 ? first : otherSeat(first));

/** TU2. Who holds the floor at a step: one seat, or both where the step is for `each` or `both`. */
export function holdersOf(step: Step, first: Seat): Seat[] {
  if (step.actor === 'each' || step.actor === 'both') return [...SEATS];
  const sharer = sharerOf(step.round, first);
  return [step.actor === 'sharer' ? sharer : otherSeat(sharer)];
}

/** Where a choice leads; without one, where the step leads. */
export const nextOf = (step: Step, choice?: string): string =>
  step.choices.find(({ id }) => id === choice)?.next ?? step.next;

/** The line of the rail on which each guide that closes does so. */
const CLOSING = 'close';

export const keepStep = (guide: Guide): Step | undefined => guide.steps.find(({ kind }) => kind === 'keep');

/** Where a talk closes, with all that looks after both: at the latest where it asks what may be kept. */
export const closingStep = (guide: Guide): Step | undefined =>
  guide.steps.find(({ outline }) => outline === CLOSING) ?? keepStep(guide);

/** TU10. Steps whose words both write in one text; other joint steps are proposed by one and agreed to by the other. */
export const isWrittenTogether = ({ actor, kind }: Pick<Step, 'actor' | 'kind'>): boolean =>
  actor === 'both' && (kind === 'story' || kind === 'agree');
