import { type Listeners, listeners } from './listeners.ts';

/** One box that holds words which were not sent. */
export type UnsentWords = { stepId: string; fieldId: string; text: string };

/**
 * CL3. What a person is preparing, by step and box: words and ratings. It lives in this page's memory and nowhere else, is
 * sent to nobody, and outlives lost lines, restarts of the server and changes of turn.
 */
export type Drafts = {
  get(stepId: string, fieldId: string): string;
  set(stepId: string, fieldId: string, text: string): void;
  rating(stepId: string, scaleId: string): number | undefined;
  rate(stepId: string, scaleId: string, value: number): void;
  clear(stepId: string): void;
  clearAll(): void;
  unsent(): UnsentWords[];
  subscribe: Listeners['subscribe'];
};

type Step = { texts: Map<string, string>; ratings: Map<string, number> };

export function openDrafts(): Drafts {
  const changed = listeners();
  const steps = new Map<string, Step>();
  const at = (stepId: string): Step => {
    const step = steps.get(stepId) ?? { texts: new Map(), ratings: new Map() };
    steps.set(stepId, step);
    return step;
  };
  return {
    get: (stepId, fieldId) => steps.get(stepId)?.texts.get(fieldId) ?? '',
    set(stepId, fieldId, text) {
      at(stepId).texts.set(fieldId, text);
      changed.tell();
    },
    rating: (stepId, scaleId) => steps.get(stepId)?.ratings.get(scaleId),
    rate(stepId, scaleId, value) {
      at(stepId).ratings.set(scaleId, value);
      changed.tell();
    },
    clear(stepId) {
      if (steps.delete(stepId)) changed.tell();
    },
    clearAll() {
      steps.clear();
      changed.tell();
    },
    unsent: () =>
      [...steps].flatMap(([stepId, { texts }]) =>
        [...texts].filter(([, text]) => text.trim()).map(([fieldId, text]) => ({ stepId, fieldId, text })),
      ),
    subscribe: changed.subscribe,
  };
}
