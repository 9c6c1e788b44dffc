import { BETWEEN } from '../guides/between.ts';
import { END } from '../guides/guide.ts';
import { refuse } from '../kernel/decider.ts';
import type { Seat } from '../kernel/stream.ts';
import type { Insertion } from './commands.ts';
import { type AtStep, type ConversationDraft, type Outcome, talk } from './outcome.ts';
import { advance, startBetween } from './progress.ts';

/** FA6. Nobody answers, passes or approves until the floor is returned; held again changes nothing. */
export function holdFloor({ state, turn, asking }: AtStep): Outcome {
  return state.hold ? [] : [talk({ type: 'FloorHeld', by: asking.memberId, turnId: turn.turnId })];
}

/** FA6, FA8. Opens the floor that is held; else ends the step that was put in between. */
export function returnFloor(at: AtStep): Outcome {
  const { state, turn, asking } = at;
  const returned = talk({ type: 'FloorReturned', by: asking.memberId, turnId: turn.turnId });
  if (state.hold) return [returned];
  return state.interrupted ? [returned, ...advance(at, END)] : refuse('not-held');
}

/** FA8. One of the two says what is there now; then what was on goes on. */
export function handFloor(at: AtStep, to: Seat): Outcome {
  const { turn, asking } = at;
  const handed = talk({ type: 'FloorHanded', by: asking.memberId, turnId: turn.turnId, to });
  return putBetween(at, handed, 'floor', to);
}

/** FA8. To settle is for both; telling back and saying it to the other is for whoever is named. */
export function insertStep(at: AtStep, what: Insertion, to?: Seat): Outcome {
  const { turn, asking } = at;
  if ((what === 'settle') !== (to === undefined)) return refuse('unknown-field');
  const about = { by: asking.memberId, turnId: turn.turnId, what, ...(to && { to }) };
  return putBetween(at, talk({ type: 'StepInserted', ...about }), what, to);
}

function putBetween(at: AtStep, said: ConversationDraft, what: keyof typeof BETWEEN, to?: Seat): Outcome {
  const { state, step } = at;
  if (state.interrupted) return refuse('in-between-already');
  // FA11. Once somebody may have said what is kept, no words come in about which nobody is asked.
  if (to && (state.keeping || step.kind === 'keep')) return refuse('only-the-two-decide');
  return [said, startBetween(at, BETWEEN[what], to)];
}
