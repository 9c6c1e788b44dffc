import type { KeptEvent } from './events.ts';
import { seqsIn } from './seq-ranges.ts';
import type { ConversationState } from './state.ts';

/** Folds what became of a talk's words after it was over. Total, as `evolve` is (ES6). */
export function evolveKept(state: ConversationState, event: KeptEvent, seq: number): ConversationState {
  switch (event.type) {
    case 'WordsFolded': {
      const others = state.folded.filter((each) => each !== event.seq);
      return { ...state, folded: event.folded ? [...others, event.seq] : others };
    }
    case 'WordsWithdrawn':
      return { ...state, gone: [...state.gone, event.seq] };
    case 'NoteAdded': {
      const notes = { ...state.notes, [event.seat]: state.notes[event.seat] + 1 };
      return { ...state, notes, authors: { ...state.authors, [seq]: event.seat } };
    }
    case 'SaidErased':
      return { ...state, gone: [...new Set([...state.gone, ...seqsIn(event.ranges)])] };
    case 'TalkExpired':
      return { ...state, expired: true };
  }
}
