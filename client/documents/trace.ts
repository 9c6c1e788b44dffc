import type * as Y from 'yjs';
import type { TextChange } from './text-change.ts';

/** Not in the box: others wrote it and it is not shown yet. */
const UNSEEN = -1;

/**
 * For each place of a text, which character of the box it is. A box shows the text as it was when it was last drawn; while
 * others write and a word is being composed, the two differ.
 */
export type Trace = readonly number[];

/** The trace of a box that has just been drawn. What is no letter (somebody put a thing into the text) is not shown. */
export function traceOf(text: Y.Text): Trace {
  let shown = 0;
  return (text.toDelta() as { insert: unknown }[]).flatMap(({ insert }) =>
    typeof insert === 'string' ? Array.from({ length: insert.length }, () => shown++) : [UNSEEN],
  );
}

/** The trace after others changed the text. */
export function follow(trace: Trace, delta: Y.YTextEvent['delta']): Trace {
  const next: number[] = [];
  let at = 0;
  for (const { retain = 0, delete: gone = 0, insert } of delta) {
    for (const end = at + retain; at < end; at += 1) next.push(trace[at] ?? UNSEEN);
    at += gone;
    const came = typeof insert === 'string' ? insert.length : insert === undefined ? 0 : 1;
    for (let count = 0; count < came; count += 1) next.push(UNSEEN);
  }
  return next.concat(trace.slice(at));
}

/** Where a caret of the box stands in the text: right behind the last letter before it that is still there. */
const behind = (trace: Trace, caret: number): number =>
  trace.findLastIndex((seen) => seen !== UNSEEN && seen < caret) + 1;

/** A selection of the box in the text: it takes in nothing that others wrote at its edges. */
export function selectionThrough(trace: Trace, start: number, end: number): { start: number; end: number } {
  const last = behind(trace, end);
  const first = start === end ? last : trace.findIndex((seen) => seen >= start);
  return { start: first === -1 ? last : Math.min(first, last), end: last };
}

/**
 * Makes a change of the box in the text and leaves alone what the box does not show. Returns the trace after it. Call it
 * within one transaction.
 */
export function write(text: Y.Text, trace: Trace, { at, removed, inserted }: TextChange): Trace {
  const place = behind(trace, at);
  const isGone = (seen = UNSEEN) => seen >= at && seen < at + removed;
  let run = 0;
  for (let index = trace.length - 1; index >= place - 1; index -= 1) {
    if (index >= place && isGone(trace[index])) {
      run += 1;
    } else if (run > 0) {
      text.delete(index + 1, run);
      run = 0;
    }
  }
  if (inserted !== '') text.insert(place, inserted);
  return [
    ...trace.slice(0, place),
    ...Array.from({ length: inserted.length }, (_, count) => at + count),
    ...trace
      .slice(place)
      .filter((seen) => !isGone(seen))
      .map((seen) => (seen === UNSEEN ? UNSEEN : seen + inserted.length - removed)),
  ];
}
