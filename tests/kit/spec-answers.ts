import type { Answer } from '@turnward/shared/conversation/commands.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';

/** The choices that lead on. */
const ONWARD = ['yes', 'whole', 'on', 'keep', 'arrived', 'this-piece', 'enough'];

/** What somebody plain would answer: every box filled, every number 3, the choice that leads on. */
export function plainAnswer(step: Step, said = 'Some words.'): Answer {
  const choice = step.choices.find(({ id }) => ONWARD.includes(id)) ?? step.choices[0];
  const fields = step.kind === 'ready' ? [] : step.fields;
  return {
    ...(fields.length > 0 && { text: Object.fromEntries(fields.map(({ id }) => [id, said])) }),
    ...(step.scales.length > 0 && { scales: Object.fromEntries(step.scales.map(({ id }) => [id, 3])) }),
    ...(choice && { choice: choice.id }),
  };
}
