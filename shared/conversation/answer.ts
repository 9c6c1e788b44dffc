import type { Choice, Step } from '../guides/guide.ts';
import type { Words } from '../kernel/event.ts';
import type { Answer } from './commands.ts';
import { longest } from './pace.ts';
import type { ConversationRefusal } from './refusals.ts';
import type { ConversationState } from './state.ts';

/** Whether a choice is offered now: not used up, and its step visited often enough (HE4, HE5). */
export function offered(choice: Choice, stepId: string, state: ConversationState): boolean {
  const taken = state.taken[`${stepId}=${choice.id}`] ?? 0;
  const visits = state.visits[stepId] ?? 0;
  return taken < (choice.times ?? Number.POSITIVE_INFINITY) && visits >= (choice.fromVisit ?? 1);
}

type Checked = { text?: Record<string, string>; scales?: Record<string, number>; choice?: string };

/** AN1. Holds an answer against its step: what may be there, what must be, how long. Blank boxes count as absent. */
export function checkAnswer(
  step: Step,
  answer: Answer,
  state: ConversationState,
): Checked | { refused: ConversationRefusal } {
  const text: Record<string, string> = {};
  for (const [id, written] of Object.entries(answer.text ?? {})) {
    const field = step.fields.find((candidate) => candidate.id === id);
    if (!field) return { refused: 'unknown-field' };
    if (written.length > longest(field.max, state)) return { refused: 'too-long' };
    if (written.trim()) text[id] = written.trim();
  }
  for (const [id, value] of Object.entries(answer.scales ?? {})) {
    if (!step.scales.some((scale) => scale.id === id)) return { refused: 'unknown-field' };
    if (!isRating(value)) return { refused: 'bad-scale' };
  }
  const choice = step.choices.find(({ id }) => id === answer.choice);
  if (answer.choice === undefined ? step.choices.length > 0 : !choice) return { refused: 'unknown-choice' };
  if (choice && !offered(choice, step.id, state)) return { refused: 'choice-used-up' };

  const missing = step.fields.some(({ id, required }) => required && text[id] === undefined);
  const tooFew = Object.keys(text).length < (step.atLeast ?? 0);
  if ((missing || tooFew) && !choice?.alone) return { refused: 'empty' };
  if (step.scales.some(({ id }) => answer.scales?.[id] === undefined)) return { refused: 'empty' };

  return {
    ...(Object.keys(text).length > 0 && { text }),
    ...(step.scales.length > 0 && { scales: answer.scales ?? {} }),
    ...(choice && { choice: choice.id }),
  };
}

/** A rating is a whole number from 0 to 10. */
export const isRating = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 10;

/** The words of an answer, or nothing where it has none. */
export function wordsOf(parts: Pick<Checked, 'text' | 'scales'>): { words?: Words } {
  return parts.text || parts.scales ? { words: { ...parts } } : {};
}
