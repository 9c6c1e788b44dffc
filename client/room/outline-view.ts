import { sharerOf } from '@turnward/shared/conversation/floor.ts';
import type { Guide, Step } from '@turnward/shared/guides/guide.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';

export type OutlineLine = { id: string; title: string; state: 'done' | 'now' | 'ahead' };

export type OutlineView = {
  lines: OutlineLine[];
  /** Place of the present line, from 1. */
  number: number;
  /** In the part that both partners go through in turn: which round, and who tells in it. */
  round: { number: 1 | 2; sharer: Seat } | null;
};

/** Where a talk stands on its guide's rail. In the second round the lines that come again are open again. */
export function outlineView(guide: Guide, step: Step, first: Seat): OutlineView {
  const { outline, steps } = guide;
  const at = steps.indexOf(step);
  const secondStarts = steps.findIndex(({ round }) => round === 2);
  const inSecond = secondStarts !== -1 && at >= secondStarts;
  const lines = outline.map(({ id, title }): OutlineLine => {
    if (id === step.outline) return { id, title, state: 'now' };
    const its = steps.map((each, index) => ({ each, index })).filter(({ each }) => each.outline === id);
    const again = its.filter(({ each }) => each.round === 2);
    // What follows both rounds, as the offer of another card, belongs to neither.
    const inFirst = again.length > 0 ? its.filter(({ index }) => index < secondStarts) : its;
    const counted = inSecond && again.length > 0 ? again : inFirst;
    const last = counted.at(-1)?.index ?? -1;
    return { id, title, state: last < at ? 'done' : 'ahead' };
  });
  return {
    lines,
    number: outline.findIndex(({ id }) => id === step.outline) + 1,
    round: isSwapped(guide, step) ? { number: step.round, sharer: sharerOf(step.round, first) } : null,
  };
}

function isSwapped(guide: Guide, step: Step): boolean {
  if (step.round === 2) return true;
  return guide.steps.some(({ round, id }) => round === 2 && id === `${step.id}~2`);
}
