import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';

/** Who holds the floor: one of the two, both apart, or both together. A guest's is never `mine`. */
export type Floor = { kind: 'mine' | 'theirs'; seat: Seat } | { kind: 'each' | 'together' };

/** As `reader` is told, who sits in that seat; null where nobody has the floor. */
export function floorOf({ turn }: ConversationState, step: Step, reader: Seat | undefined): Floor | null {
  if (!turn) return null;
  if (step.actor === 'both') return { kind: 'together' };
  const [holder, other] = turn.holders;
  if (!holder || other) return { kind: 'each' };
  return { kind: holder === reader ? 'mine' : 'theirs', seat: holder };
}
