import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';
import type { Conversation } from '../../conversation/replica.ts';

/**
 * FA5. Where one of the two is, as the lead goes: `waiting-room`, a room of their own until they are let in; `led`, let in by
 * whoever leads; `open`, where nobody leads, or their line is lost.
 */
export type Gate = 'waiting-room' | 'led' | 'open';

export function gateOf({ lead, admitted }: Pick<ConversationState, 'lead' | 'admitted'>, seat: Seat): Gate {
  if (!lead || lead.lost) return 'open';
  return admitted[seat] ? 'led' : 'waiting-room';
}

/**
 * FA9. What a talk does where the line of whoever leads is lost; before it begins, whether it can begin without them. Where they
 * are elsewhere, and can be called, nothing pauses.
 */
export function whatLostMeans({
  state,
  guide,
}: Pick<Conversation, 'state' | 'guide'>): 'waits' | 'begins' | 'goesOn' | 'pauses' {
  if (state.phase === 'gathering') return guide.facilitator === 'required' ? 'waits' : 'begins';
  return guide.leadLost === 'pauses' && !state.lead?.near ? 'pauses' : 'goesOn';
}
