import type { Recorded } from '../kernel/event.ts';
import type { ConversationEvent } from './events.ts';
import type { ConversationState, Interrupted } from './state.ts';

type TurnStarted = Extract<ConversationEvent, { type: 'TurnStarted' }>;

/** FL1. The turn that begins is the one there is; what it interrupts waits, where it was put in between (FA8). */
export function turnStarted(
  state: ConversationState,
  { event, seq, at }: Pick<Recorded<TurnStarted>, 'event' | 'seq' | 'at'>,
): ConversationState {
  const { turnId, stepId, holders, opensAt, cardId, limit, held, detour } = event;
  const known = cardId === undefined || state.dealt.some((dealt) => dealt.cardId === cardId);
  return {
    ...state,
    turn: { turnId, stepId, holders, startedAt: at, opensAt, ...(limit !== undefined && { limit }) },
    turns: state.turns + 1,
    visits: count(state.visits, stepId),
    begun: { ...state.begun, [stepId]: seq },
    dealt: known ? state.dealt : [...state.dealt, { cardId, seq }],
    cardsAsked: cardId === undefined ? state.cardsAsked : [...state.cardsAsked, seq],
    done: [],
    proposal: null,
    approvals: {},
    cardsChangedBy: null,
    hold: held ? { by: null, since: at } : null,
    interrupted: detour ? interrupting(state) : null,
    trail: detour ? state.trail : [...state.trail, stepId],
  };
}

/** FA8. As it was: same id, same holders, with what was done in it. */
export function turnResumed(state: ConversationState, turnId: string): ConversationState {
  const { interrupted } = state;
  if (interrupted?.turn.turnId !== turnId) return state;
  return { ...state, ...interrupted, interrupted: null, hold: null };
}

/** What a step put in between interrupts; never another one that was put in between. */
const interrupting = ({ turn, done, proposal, approvals, interrupted }: ConversationState): Interrupted | null =>
  interrupted ?? (turn && { turn, done, proposal, approvals });

export const count = (counts: Record<string, number>, key: string) => ({ ...counts, [key]: (counts[key] ?? 0) + 1 });
