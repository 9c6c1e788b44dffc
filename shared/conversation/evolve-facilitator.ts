import type { FacilitatorEvent } from './events.ts';
import { SMALLER_PIECE } from './pace.ts';
import type { ConversationState, Turn } from './state.ts';

/** Folds what a facilitator did, or what the server said of their line. Total, as `evolve` is (ES6). */
export function evolveFacilitator(state: ConversationState, event: FacilitatorEvent, at: number): ConversationState {
  switch (event.type) {
    case 'LeadTaken': {
      // FA5. Whoever is in the middle of a talk is in; whoever gathers is let in by the one who leads now.
      const inside = state.phase === 'live';
      return { ...state, lead: { memberId: event.by, lost: false }, admitted: { a: inside, b: inside } };
    }
    case 'LeadHanded':
      return { ...state, lead: { memberId: event.to, lost: false } };
    case 'LeadLost':
      // FA9. The floor opens, and nobody waits to be let in.
      if (state.lead?.memberId !== event.memberId) return state;
      return {
        ...state,
        lead: { memberId: event.memberId, lost: true, ...(event.near && { near: event.near }) },
        hold: null,
        admitted: { a: true, b: true },
      };
    case 'LeadBack':
      if (state.lead?.memberId !== event.memberId) return state;
      return { ...state, lead: { memberId: event.memberId, lost: false } };
    case 'CardsChanged':
      return { ...state, cardsChangedBy: event.by };
    case 'Admitted':
    case 'SentBack':
      return { ...state, admitted: { ...state.admitted, [event.seat]: event.type === 'Admitted' } };
    case 'SteppedBack': {
      if (state.interrupted) return state;
      const before = state.trail.slice(0, -1);
      return { ...state, trail: before.slice(0, Math.max(0, before.lastIndexOf(event.stepId))) };
    }
    case 'FloorHeld':
      return { ...state, hold: { by: event.by, since: at } };
    case 'FloorReturned':
      return { ...state, hold: null };
    case 'TimeGiven':
      return atTurn(state, event.turnId, ({ given = 0 }) => ({ given: given + event.minutes }));
    case 'SmallerAsked':
      return atTurn(state, event.turnId, ({ limit = SMALLER_PIECE }) => ({ limit: Math.min(limit, SMALLER_PIECE) }));
    case 'SlowModeSet':
      return { ...state, slow: event.on };
    default:
      return state;
  }
}

/** Changes the turn that is on, where it is the one that was meant. */
const atTurn = (state: ConversationState, turnId: string, change: (turn: Turn) => Partial<Turn>): ConversationState =>
  state.turn?.turnId === turnId ? { ...state, turn: { ...state.turn, ...change(state.turn) } } : state;
