import { END, type Step } from './guide.ts';
import { STUCK } from './macros.ts';
import { complete, type Draft, textField } from './script.ts';

/**
 * FA8. The steps that a facilitator may put in between, in any guide. They belong to no guide's rail: once one is done, the
 * turn that it interrupted goes on. Who holds them is said as they are put in; their texts are translated by
 * `guide.<step id>.<text id>`.
 */
const between = (draft: Omit<Draft, 'outline'>): Step => complete({ ...draft, outline: 'between' }, 1, END, END);

export const BETWEEN: Record<'settle' | 'mirror' | 'tell' | 'floor', Step> = {
  settle: between({
    id: 'between.settle',
    actor: 'each',
    kind: 'settle',
    purpose: 'Settle, both of you, before you go on.',
    prompt: 'Six slow breaths, same pace.',
    hint: 'In for four, out for six. About a minute. Then the talk goes on where it was.',
    listening: 'Your partner is breathing too.',
    choices: [{ id: 'arrived', label: 'I have arrived' }],
    minReadSec: 60,
  }),
  mirror: between({
    id: 'between.mirror',
    actor: 'responder',
    kind: 'mirror',
    purpose: 'Give back once more what you heard.',
    prompt: 'Tell back once more what you took in, in your own words.',
    hint: 'Then the talk goes on where it was.',
    listening: 'Your partner is telling back once more what they took in.',
    starters: ['What I took in is…', 'The heart of it seems to be…', STUCK],
    fields: [textField(600)],
    minReadSec: 4,
  }),
  tell: between({
    id: 'between.tell',
    actor: 'sharer',
    kind: 'share',
    purpose: 'Say it to each other, not about each other.',
    prompt: 'Turn to your partner and say it to them.',
    hint: 'A sentence or two is enough. Then the talk goes on where it was.',
    listening: 'Your partner is saying something to you. There is nothing to answer yet.',
    starters: ['What I want you to know is…', 'When I look at you now, I…', STUCK],
    fields: [textField(400)],
  }),
  floor: between({
    id: 'between.floor',
    actor: 'sharer',
    kind: 'share',
    purpose: 'Say what is there now.',
    prompt: 'What is there for you, right now?',
    hint: 'Then the talk goes on where it was.',
    listening: 'Your partner was given the floor for a moment. The talk goes on where it was after.',
    starters: ['Right now I…', 'I notice…', STUCK],
    fields: [textField(600)],
  }),
};

const byId = new Map(Object.values(BETWEEN).map((step) => [step.id, step]));
export const betweenById = (stepId: string): Step | undefined => byId.get(stepId);
