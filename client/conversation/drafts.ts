import { type Listeners, listeners } from '../line/listeners.ts';

/** Words of one box which were not sent. `late`: their step was answered without them, so they stand in no box any more. */
export type UnsentWords = { stepId: string; fieldId: string; text: string; late?: true };

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
  /**
   * CL5. This step was answered, perhaps on my other device: `given` are the words that were said, by box. What was typed on
   * this page beyond them stays, and goes into no document and no box again.
   */
  answered(stepId: string, given?: Readonly<Record<string, string>>): void;
  clear(stepId: string): void;
  /** The person has no use for these words any more. */
  letGo(words: readonly UnsentWords[]): void;
  clearAll(): void;
  unsent(): UnsentWords[];
  /** Of them, those of boxes that only this page has; those that stand in the document as well; those that came late. */
  onlyHere(): UnsentWords[];
  kept(): UnsentWords[];
  late(): readonly UnsentWords[];
  subscribe: Listeners['subscribe'];
  /** Calls when this person types on this page. */
  onTyped: Listeners['subscribe'];
  /** Calls when the words of a step were answered or let go, wherever they stand. */
  onCleared: (listener: (stepId: string) => void) => () => void;
};

/**
 * Where words stand: in this page alone, in the document as well, or in this page since the document went. `typed`: some of
 * them on this page.
 */
type Written = { text: string; where: 'page' | 'document' | 'left'; typed: boolean };
type Step = { texts: Map<string, Written>; ratings: Map<string, number> };

export function openDrafts(): Drafts {
  const changed = listeners();
  const typing = listeners();
  const clearing = new Set<(stepId: string) => void>();
  const steps = new Map<string, Step>();
  let late: UnsentWords[] = [];
  const at = (stepId: string): Step => {
    const step = steps.get(stepId) ?? { texts: new Map(), ratings: new Map() };
    steps.set(stepId, step);
    return step;
  };
  const write = (stepId: string, fieldId: string, { text, where, typed }: Written) => {
    const was = at(stepId).texts.get(fieldId);
    if (was?.text === text && was.where === where) return;
    at(stepId).texts.set(fieldId, { text, where, typed: text !== '' && (typed || was?.typed === true) });
    if (typed) typing.tell();
    changed.tell();
  };
  const inBoxes = (which: (written: Written) => boolean = () => true): UnsentWords[] =>
    [...steps].flatMap(([stepId, { texts }]) =>
      [...texts]
        .filter(([, written]) => written.text.trim() && which(written))
        .map(([fieldId, { text }]) => ({ stepId, fieldId, text })),
    );
  const cleared = (stepId: string) => {
    for (const listener of clearing) listener(stepId);
    changed.tell();
  };
  const forget = (stepId: string) => {
    if (steps.delete(stepId)) cleared(stepId);
  };
  return {
    get: (stepId, fieldId) => steps.get(stepId)?.texts.get(fieldId)?.text ?? '',
    set: (stepId, fieldId, text) => write(stepId, fieldId, { text, where: 'page', typed: true }),
    keep: (stepId, fieldId, text, typed = false) => write(stepId, fieldId, { text, where: 'document', typed }),
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
    answered(stepId, given = {}) {
      for (const [fieldId, { text, typed }] of steps.get(stepId)?.texts ?? []) {
        const said = given[fieldId]?.includes(text.trim()) ?? text.trim() === '';
        if (typed && !said) late = [...late, { stepId, fieldId, text, late: true }];
      }
      forget(stepId);
    },
    clear: forget,
    letGo(words) {
      late = late.filter((each) => !words.includes(each));
      for (const each of words) if (!each.late) forget(each.stepId);
      changed.tell();
    },
    clearAll() {
      late = [];
      steps.clear();
      changed.tell();
    },
    unsent: () => [...late, ...inBoxes()],
    onlyHere: () => inBoxes(({ where }) => where !== 'document'),
    kept: () => inBoxes(({ where }) => where === 'document'),
    late: () => late,
    subscribe: changed.subscribe,
    onTyped: typing.subscribe,
    onCleared(listener) {
      clearing.add(listener);
      return () => clearing.delete(listener);
    },
  };
}
