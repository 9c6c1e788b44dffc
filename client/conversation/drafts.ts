import { type Listeners, listeners } from '../line/listeners.ts';

/** One box that holds words which were not sent. */
export type UnsentWords = { stepId: string; fieldId: string; text: string };

/**
 * CL3. What a person is preparing, by step and box: words and ratings. It lives in this page's memory, is sent to nobody, and
 * outlives lost lines, restarts of the server and changes of turn. Words may stand in the person's private document as well;
 * ratings never do.
 */
export type Drafts = {
  get(stepId: string, fieldId: string): string;
  /** Words written on this page, and only here so far. */
  set(stepId: string, fieldId: string, text: string): void;
  /** Words as they stand in the private document; `typed` where they were written on this page just now. */
  keep(stepId: string, fieldId: string, text: string, typed?: boolean): void;
  /** The document that held them is gone. */
  unkeep(): void;
  rating(stepId: string, scaleId: string): number | undefined;
  rate(stepId: string, scaleId: string, value: number): void;
  /** This step was answered, perhaps on my other device. Words that were never given stay (CL5). */
  answered(stepId: string): void;
  clear(stepId: string): void;
  clearAll(): void;
  unsent(): UnsentWords[];
  /** Of them, those that only this page has; those that stand in the document as well. */
  onlyHere(): UnsentWords[];
  kept(): UnsentWords[];
  subscribe: Listeners['subscribe'];
  /** Calls when this person types on this page. */
  onTyped: Listeners['subscribe'];
  /** Calls when the words of a step were answered or let go, wherever they stand. */
  onCleared: (listener: (stepId: string) => void) => () => void;
};

/** Where words stand: in this page alone, in the document as well, or in this page since the document went. */
type Written = { text: string; where: 'page' | 'document' | 'left' };
type Step = { texts: Map<string, Written>; ratings: Map<string, number> };

export function openDrafts(): Drafts {
  const changed = listeners();
  const typing = listeners();
  const clearing = new Set<(stepId: string) => void>();
  const steps = new Map<string, Step>();
  const at = (stepId: string): Step => {
    const step = steps.get(stepId) ?? { texts: new Map(), ratings: new Map() };
    steps.set(stepId, step);
    return step;
  };
  const write = (stepId: string, fieldId: string, written: Written, typed: boolean) => {
    const was = at(stepId).texts.get(fieldId);
    if (was?.text === written.text && was.where === written.where) return;
    at(stepId).texts.set(fieldId, written);
    if (typed) typing.tell();
    changed.tell();
  };
  const unsent = (which: (written: Written) => boolean = () => true): UnsentWords[] =>
    [...steps].flatMap(([stepId, { texts }]) =>
      [...texts]
        .filter(([, written]) => written.text.trim() && which(written))
        .map(([fieldId, { text }]) => ({ stepId, fieldId, text })),
    );
  const cleared = (stepId: string) => {
    for (const listener of clearing) listener(stepId);
    changed.tell();
  };
  return {
    get: (stepId, fieldId) => steps.get(stepId)?.texts.get(fieldId)?.text ?? '',
    set: (stepId, fieldId, text) => write(stepId, fieldId, { text, where: 'page' }, true),
    keep: (stepId, fieldId, text, typed = false) => write(stepId, fieldId, { text, where: 'document' }, typed),
    unkeep() {
      for (const { texts } of steps.values()) {
        for (const written of texts.values()) if (written.where === 'document') written.where = 'left';
      }
    },
    rating: (stepId, scaleId) => steps.get(stepId)?.ratings.get(scaleId),
    rate(stepId, scaleId, value) {
      at(stepId).ratings.set(scaleId, value);
      typing.tell();
      changed.tell();
    },
    answered(stepId) {
      const step = steps.get(stepId);
      if (!step) return;
      step.ratings.clear();
      for (const [fieldId, { where }] of step.texts) if (where !== 'page') step.texts.delete(fieldId);
      cleared(stepId);
    },
    clear(stepId) {
      if (steps.delete(stepId)) cleared(stepId);
    },
    clearAll() {
      steps.clear();
      changed.tell();
    },
    unsent: () => unsent(),
    onlyHere: () => unsent(({ where }) => where !== 'document'),
    kept: () => unsent(({ where }) => where === 'document'),
    subscribe: changed.subscribe,
    onTyped: typing.subscribe,
    onCleared(listener) {
      clearing.add(listener);
      return () => clearing.delete(listener);
    },
  };
}
