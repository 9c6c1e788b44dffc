import { checkAnswer, offered } from '@turnward/shared/conversation/answer.ts';
import type { Answer } from '@turnward/shared/conversation/commands.ts';
import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import type { Choice, Field, Step } from '@turnward/shared/guides/guide.ts';
import type { Drafts } from '../../conversation/drafts.ts';

/** What is still missing before an answer can be given, found here before the server is asked. */
export type Missing =
  | { what: 'text'; fieldId: string }
  | { what: 'some'; atLeast: number }
  | { what: 'scale'; scaleId: string }
  | { what: 'long'; fieldId: string };

type Source = Pick<Drafts, 'get' | 'rating'>;

/** The answer as it stands in the draft. Blank boxes are left out. */
export function answerOf(step: Step, draft: Source, choice?: string): Answer {
  const text = Object.fromEntries(
    step.fields.flatMap(({ id }) => (draft.get(step.id, id).trim() ? [[id, draft.get(step.id, id)]] : [])),
  );
  const scales = Object.fromEntries(
    step.scales.flatMap(({ id }) => {
      const value = draft.rating(step.id, id);
      return value === undefined ? [] : [[id, value]];
    }),
  );
  return {
    ...(Object.keys(text).length > 0 && { text }),
    ...(step.scales.length > 0 && { scales }),
    ...(choice !== undefined && { choice }),
  };
}

/** AN1, as the server would decide it, but with the place to look at. */
export function missingIn(step: Step, answer: Answer, state: ConversationState): Missing | null {
  const checked = checkAnswer(step, answer, state);
  if (!('refused' in checked)) return null;
  const { text = {}, scales = {} } = answer;
  const long = step.fields.find((field) => (text[field.id]?.length ?? 0) > mostIn(field, state));
  if (long) return { what: 'long', fieldId: long.id };
  const alone = step.choices.some(({ id, alone: without }) => id === answer.choice && without);
  const empty = step.fields.find(({ id, required }) => required && text[id] === undefined);
  if (empty && !alone) return { what: 'text', fieldId: empty.id };
  if (step.atLeast !== undefined && Object.keys(text).length < step.atLeast)
    return { what: 'some', atLeast: step.atLeast };
  const unrated = step.scales.find(({ id }) => scales[id] === undefined);
  return unrated ? { what: 'scale', scaleId: unrated.id } : null;
}

/** FA12. How many characters a box takes at the present turn: fewer where a smaller piece was asked for, and in slow mode. */
export const mostIn = ({ max }: Pick<Field, 'max'>, { turn }: Pick<ConversationState, 'turn'>): number =>
  Math.min(max, turn?.limit ?? max);

/** The choices to show now. */
export const choicesNow = (step: Step, state: ConversationState): Choice[] =>
  step.choices.filter((choice) => offered(choice, step.id, state));

/**
 * Which choice carries the view. Where several answers are equally right, none does, so that no answer is the easy one.
 */
export const leadingChoice = (step: Step): string | undefined =>
  step.choices.length === 1 || step.fields.some(({ required }) => required) ? step.choices[0]?.id : undefined;
