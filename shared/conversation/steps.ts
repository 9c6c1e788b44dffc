import { stepById } from '../guides/all-guides.ts';
import { END } from '../guides/guide.ts';
import { refuse } from '../kernel/decider.ts';
import { type Asked, askedAt } from './deck.ts';
import { closingStep } from './floor.ts';
import { type AtStep, type ConversationDraft, type Outcome, talk } from './outcome.ts';
import { advance, end, startTurn } from './progress.ts';

const LONGEST_REASON = 280;

/** FA11. On to where passing leads, as if each holder had passed; from a step put in between, back to what it interrupted. */
export function moveOn(at: AtStep): Outcome {
  const { turn, asking } = at;
  return leave(at, talk({ type: 'MovedOn', by: asking.memberId, turnId: turn.turnId }));
}

/** FA3. The same with a reason, which both partners read. */
export function skipStep(at: AtStep, written: string): Outcome {
  const { turn, asking } = at;
  if (written.length > LONGEST_REASON) return refuse('too-long');
  const reason = written.trim();
  if (reason === '') return refuse('empty');
  return leave(at, talk({ type: 'StepSkipped', by: asking.memberId, turnId: turn.turnId }, { text: { reason } }));
}

function leave(at: AtStep, said: ConversationDraft): Outcome {
  const { pass } = at.step;
  return pass === null ? refuse('only-the-two-decide') : [said, ...advance(at, pass, true)];
}

/**
 * Back to the step that was on before this one, as a new turn. The trail is cut there, so that one more step back leads one
 * further, and going forward again leads through the same steps as before. What can't be asked now, as the offer of another
 * card where none is left, is passed over. From a step put in between it leads back to what that interrupted.
 */
export function stepBack(at: AtStep): Outcome {
  const { state, turn, asking } = at;
  const about = { by: asking.memberId, turnId: turn.turnId };
  const { interrupted } = state;
  if (interrupted)
    return [talk({ type: 'SteppedBack', ...about, stepId: interrupted.turn.stepId }), ...advance(at, END)];
  if (state.keeping) return refuse('only-the-two-decide'); // FA11
  const before = askedBefore(at);
  if (!before) return refuse('nothing-before');
  return [talk({ type: 'SteppedBack', ...about, stepId: before.step.id }), startTurn(at, before)];
}

function askedBefore(at: AtStep): Asked | undefined {
  for (const stepId of at.state.trail.slice(0, -1).reverse()) {
    const step = stepById(at.guide, stepId);
    const asked = step && askedAt(at, step);
    if (asked) return asked;
  }
  return undefined;
}

/**
 * To the first of the closing steps, with all that looks after both; a guide without any ends, as where one of the two stops,
 * and names nobody. Once the closing is on, there is nothing left to do but to come back to it.
 */
export function endGently(at: AtStep): Outcome {
  const { guide, state, turn, asking } = at;
  const said = talk({ type: 'EndedGently', by: asking.memberId, turnId: turn.turnId });
  const closing = closingStep(guide);
  if (!closing) return [said, ...end(state, 'stopped', false)];
  const { interrupted } = state;
  const place = (stepId: string) => guide.steps.findIndex(({ id }) => id === stepId);
  if (place(interrupted?.turn.stepId ?? turn.stepId) >= place(closing.id))
    return interrupted ? [said, ...advance(at, END)] : [];
  return [said, ...advance({ ...at, state: { ...state, interrupted: null } }, closing.id)];
}
