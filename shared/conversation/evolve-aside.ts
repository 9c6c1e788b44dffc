import type { Seat } from '../kernel/stream.ts';
import type { AsideEvent } from './events.ts';
import { withSeq } from './seq-ranges.ts';
import type { Aside, ConversationState } from './state.ts';

/** Folds what is said beside the talk, as far as the reader may know of it. Total, as `evolve` is (ES6). */
export function evolveAside(state: ConversationState, event: AsideEvent, seq: number, at: number): ConversationState {
  const { whispers, whispersTo, checkIns, agreements, helpAsked, passing, shown } = state.asides[event.seat];
  switch (event.type) {
    case 'Whispered': {
      // A facilitator who whispers has answered (WH5).
      const counted =
        event.from === null ? { whispers: whispers + 1, helpAsked } : { whispersTo: whispersTo + 1, helpAsked: null };
      return beside(state, event.seat, { passing: withSeq(passing, seq), ...counted });
    }
    case 'CheckedIn':
      return beside(state, event.seat, { checkIns: checkIns + 1, passing: withSeq(passing, seq) });
    case 'RatingsShared':
      return beside(state, event.seat, {
        sharesRatings: event.on,
        ...(event.on ? { agreements: agreements + 1 } : { shown: [] }),
      });
    case 'RatingShown':
      return beside(state, event.seat, { shown: withSeq(shown, seq) });
    case 'HelpAsked':
      return beside(state, event.seat, { helpAsked: at });
    case 'HelpAnswered':
      return beside(state, event.seat, { helpAsked: null });
    case 'AsideCleared':
      return beside(state, event.seat, { passing: [] });
    case 'AsideErased':
      return beside(state, event.seat, { passing: [], shown: [] });
    default:
      return state;
  }
}

const beside = (state: ConversationState, seat: Seat, changed: Partial<Aside>): ConversationState => ({
  ...state,
  asides: { ...state.asides, [seat]: { ...state.asides[seat], ...changed } },
});
