import { holdersOf } from '@turnward/shared/conversation/floor.ts';
import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import type { Guide, Step } from '@turnward/shared/guides/guide.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';

export type PeekStep = { step: Step; holders: Seat[]; state: 'done' | 'now' | 'ahead' };

/** Steps that follow each other under one line of the rail. `round`: where the guide comes by here twice. */
export type PeekGroup = {
  /** The first step’s id: a line of the rail may come twice. */
  key: string;
  outline: string;
  title: string;
  round: 1 | 2 | null;
  state: 'done' | 'now' | 'ahead';
  steps: PeekStep[];
};

/** The whole guide in its order. `at`: the step at which the talk stands on its way; undefined before it begins. */
export function peekGroups(
  guide: Guide,
  at: Step | undefined,
  state: Pick<ConversationState, 'first' | 'visits'>,
): PeekGroup[] {
  const now = at ? guide.steps.indexOf(at) : -1;
  const groups: PeekGroup[] = [];
  guide.steps.forEach((step, index) => {
    const visited = (state.visits[step.id] ?? 0) > 0;
    const place = index === now ? 'now' : visited && index < now ? 'done' : 'ahead';
    const peek: PeekStep = { step, holders: holdersOf(step, state.first), state: place };
    const group = groups.at(-1);
    const round = roundOf(guide, step);
    if (group && group.outline === step.outline && group.round === round) group.steps.push(peek);
    else
      groups.push({
        key: step.id,
        outline: step.outline,
        title: titleOf(guide, step),
        round,
        state: 'ahead',
        steps: [peek],
      });
  });
  return groups.map((group) => ({ ...group, state: stateOf(group.steps) }));
}

function stateOf(steps: readonly PeekStep[]): PeekGroup['state'] {
  if (steps.some(({ state }) => state === 'now')) return 'now';
  return steps.some(({ state }) => state === 'done') ? 'done' : 'ahead';
}

const titleOf = ({ outline }: Guide, step: Step): string => outline.find(({ id }) => id === step.outline)?.title ?? '';

function roundOf({ steps }: Guide, { id, round }: Step): 1 | 2 | null {
  return round === 2 ? 2 : steps.some((each) => each.id === `${id}~2`) ? 1 : null;
}
