import type { TalkEvent } from './events.ts';
import type { ConversationState } from './state.ts';

type Of<Type extends TalkEvent['type']> = Extract<TalkEvent, { type: Type }>;

/** PK2. What was said waits to be opened; the turn that begins next is the one at which it may be taken back. */
export function arrivedClosed(
  state: ConversationState,
  { seat, stepId }: Of<'Contributed'>,
  seq: number,
): ConversationState {
  const followedBy = `t${state.turns + 1}`;
  return { ...state, closed: [...state.closed, seq], lastClosed: { seat, seq, stepId, followedBy } };
}

/** Folds what became of closed words, and what was parked. Total, as `evolve` is (ES6). */
export function evolveClosed(
  state: ConversationState,
  event: Of<'WordsOpened' | 'WordsTakenBack' | 'NewsParked'>,
): ConversationState {
  switch (event.type) {
    case 'WordsOpened':
      return withoutClosed(state, event.seq);
    case 'WordsTakenBack': {
      const { [event.seq]: _, ...authors } = state.authors;
      const gone = [...state.gone, event.seq];
      // What was said never was: neither its step nor what followed it is on the way back.
      return { ...withoutClosed(state, event.seq), authors, gone, trail: state.trail.slice(0, -2) };
    }
    case 'NewsParked': {
      const { seat, turnId, stepId } = event;
      return { ...state, parked: [...state.parked, { seat, turnId, stepId }] };
    }
  }
}

const withoutClosed = (state: ConversationState, seq: number): ConversationState => ({
  ...state,
  closed: state.closed.filter((each) => each !== seq),
  lastClosed: state.lastClosed?.seq === seq ? null : state.lastClosed,
});
