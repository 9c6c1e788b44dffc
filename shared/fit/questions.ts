/** One private question. `answers` are the ids of what may be chosen; anything may be left out, or rather not said. */
export type FitQuestion = {
  id: string;
  answers: readonly string[];
  /** Which of them worry: they lead to private help (R3). */
  worrying: readonly string[];
  /** Which of them keep the deep talks with a facilitator though they worry nobody. */
  reserved?: readonly string[];
};

/** Which wording was answered. A change of meaning makes a new version, and everybody is asked anew. */
export const FIT_VERSION = 1;

/** An answer to any question, and no more of an answer than leaving it out. */
export const RATHER_NOT = 'rather-not';

const OFTEN = ['no', 'sometimes', 'yes'] as const;
const YES_NO = ['no', 'yes'] as const;

/**
 * R1, R2. What each partner is asked alone before the first talk, in our own words (client `fit.ask.<id>`); a clinician should review
 * them before a practice relies on them. Nothing is counted and no danger is scored: an answer worries, or it does not.
 */
export const FIT_QUESTIONS: readonly FitQuestion[] = [
  { id: 'afraid', answers: OFTEN, worrying: ['sometimes', 'yes'] },
  { id: 'hurt', answers: YES_NO, worrying: ['yes'] },
  { id: 'control', answers: OFTEN, worrying: ['sometimes', 'yes'] },
  { id: 'afterwards', answers: OFTEN, worrying: ['sometimes', 'yes'] },
  { id: 'pushed', answers: YES_NO, worrying: ['yes'] },
  { id: 'still-on', answers: YES_NO, worrying: ['yes'] },
  { id: 'crisis', answers: YES_NO, worrying: ['yes'] },
  { id: 'court', answers: YES_NO, worrying: ['yes'] },
  { id: 'facilitator', answers: YES_NO, worrying: [], reserved: ['yes'] },
];

/** Answers by the id of their question; a question that was skipped is not there. */
export type FitAnswers = Record<string, string>;

/** Whether these are answers to these questions. */
export const isAnswered = (answers: FitAnswers): boolean =>
  Object.entries(answers).every(([id, answer]) => {
    const question = FIT_QUESTIONS.find((each) => each.id === id);
    return question !== undefined && (answer === RATHER_NOT || question.answers.includes(answer));
  });

/** R3. Whether private help is shown to whoever gave these answers, and to nobody else. */
export const worries = (answers: FitAnswers): boolean =>
  FIT_QUESTIONS.some(({ id, worrying }) => worrying.includes(answers[id] ?? ''));

/**
 * FI3. Whether these answers leave the deep talks to the two. A question that was skipped or rather not answered clears nothing, so
 * that a closed way says nothing about anybody.
 */
export const clears = (answers: FitAnswers): boolean =>
  FIT_QUESTIONS.every(({ id, answers: known, worrying, reserved = [] }) => {
    const answer = answers[id] ?? '';
    return known.includes(answer) && !worrying.includes(answer) && !reserved.includes(answer);
  });
