import { END, type Step } from './guide.ts';

/**
 * The writing side of guides: a guide file lists drafts, most of them short; `script` fills in what is usual, unrolls the
 * swap and resolves where each step leads. What comes out is the flat script that the engine runs.
 */
export type Draft = Pick<Step, 'id' | 'actor' | 'kind' | 'purpose' | 'prompt' | 'listening'> &
  Partial<Omit<Step, 'round' | 'pass' | 'next'>> & {
    outline: string;
    /** Default: the step that follows. */
    next?: string;
    /** Default: `next`. `round` leads out of this round, null means that the step can't be passed. */
    pass?: string | 'round' | null;
  };

export type Block = Draft | Draft[] | { swap: (Draft | Draft[])[] };

export const textField = (max: number, id = 'text') => ({ id, required: true, max });

const SECOND = '~2';
/** The id under which a step's texts are translated: both rounds share one. */
export const textId = (stepId: string): string => (stepId.endsWith(SECOND) ? stepId.slice(0, -SECOND.length) : stepId);

/** Fills in what is usual. Words that are shown at once need time to be read; a step that follows none opens at once. */
export const complete = (draft: Draft, round: 1 | 2, next: string, pass: string | null): Step => ({
  starters: [],
  fields: [],
  scales: [],
  choices: [],
  minReadSec: 0,
  visibility: 'pair',
  ...draft,
  round,
  next,
  pass,
});

type Placed = { draft: Draft; round: 1 | 2 };

/** Expands the swap: its steps stand once for each partner as sharer; ids of the second round end in `~2`. */
function unroll(blocks: Block[]): Placed[] {
  return blocks.flatMap((block) => {
    if (!('swap' in block)) return [block].flat().map((draft): Placed => ({ draft, round: 1 }));
    const drafts = block.swap.flat();
    const own = new Set(drafts.map((draft) => draft.id));
    const again = (id: string) => (own.has(id) ? id + SECOND : id);
    const second = drafts.map(
      (draft): Draft => ({
        ...draft,
        id: draft.id + SECOND,
        ...(draft.next && { next: again(draft.next) }),
        ...(draft.pass && { pass: again(draft.pass) }),
        choices: (draft.choices ?? []).map((choice) => ({
          ...choice,
          ...(choice.next && { next: again(choice.next) }),
        })),
      }),
    );
    return [
      ...drafts.map((draft): Placed => ({ draft, round: 1 })),
      ...second.map((draft): Placed => ({ draft, round: 2 })),
    ];
  });
}

export function script(blocks: Block[]): Step[] {
  const placed = unroll(blocks);
  const swapped = new Set(placed.filter(({ round }) => round === 2).map(({ draft }) => textId(draft.id)));
  const part = ({ draft, round }: Placed) => (swapped.has(textId(draft.id)) ? round : 0);
  return placed.map((here, at) => {
    const next = here.draft.next ?? placed[at + 1]?.draft.id ?? END;
    const outOfRound = placed.slice(at).find((later) => part(later) !== part(here))?.draft.id ?? END;
    const pass = here.draft.pass === undefined ? next : here.draft.pass === 'round' ? outOfRound : here.draft.pass;
    return complete(here.draft, here.round, next, pass);
  });
}
