import type { Recorded } from '../kernel/event.ts';
import type { Seat } from '../kernel/stream.ts';
import type { ConversationEvent } from './events.ts';
import { evolveAside } from './evolve-aside.ts';
import { arrivedClosed, evolveClosed } from './evolve-closed.ts';
import { evolveFacilitator } from './evolve-facilitator.ts';
import { evolveKept } from './evolve-kept.ts';
import { count, turnResumed, turnStarted } from './evolve-turn.ts';
import type { ConversationState } from './state.ts';

/**
 * Folds one event. Reads headers only, never words, so that every replica arrives at the same state and withdrawing
 * words can't change history. Total (ES6): an event it does not know leaves the state as it is, and an answer from a
 * private stream may come before or after the turn or pause it is for: it is matched by id where it is read.
 */
export function evolve(state: ConversationState, { event, seq, at }: Recorded<ConversationEvent>): ConversationState {
  switch (event.type) {
    case 'ConversationOpened': {
      const { conversationId, spaceId, guideId, first } = event;
      const lead = event.lead === undefined ? null : { memberId: event.lead, lost: false };
      return { ...state, phase: 'gathering', conversationId, spaceId, guideId, first, lead, slow: event.slow ?? false };
    }
    case 'ReadySet':
      return { ...state, ready: { ...state.ready, [event.seat]: event.ready } };
    case 'ConversationBegun':
      return { ...state, phase: 'live', admitted: { a: true, b: true } };
    case 'TurnStarted':
      return turnStarted(state, { event, seq, at });
    case 'TurnResumed':
      return turnResumed(state, event.turnId);
    case 'Contributed': {
      const { seat, stepId, choice } = event;
      const taken = choice === undefined ? state.taken : count(state.taken, `${stepId}=${choice}`);
      if (event.passed)
        return { ...state, taken, done: withSeat(state.done, seat), approvals: without(state.approvals, seat) };
      const authors = { ...state.authors, [seq]: seat };
      if (event.joint) return { ...state, taken, authors, done: [], proposal: { seat, seq } };
      const said = { ...state, taken, authors, done: withSeat(state.done, seat) };
      return event.closed ? arrivedClosed(said, event, seq) : said;
    }
    case 'WordsOpened':
    case 'WordsTakenBack':
    case 'NewsParked':
      return evolveClosed(state, event);
    case 'Revealed':
      return event.passed
        ? state
        : {
            ...state,
            authors: { ...state.authors, [seq]: event.seat },
            revealed: { ...state.revealed, [seq]: event.turnId },
          };
    case 'Approved':
      return { ...state, done: withSeat(state.done, event.seat) };
    case 'MarkingFinished':
      return { ...state, marking: { ...state.marking, [event.seat]: event.done } };
    case 'OverlapShown':
      return { ...state, overlap: event.cards, marking: { a: false, b: false } };
    case 'VersionApproved': {
      const { seat, version } = event;
      // Whoever agrees has not left it.
      const done = state.done.filter((left) => left !== seat);
      return { ...state, done, approvals: { ...state.approvals, [seat]: version } };
    }
    case 'ApprovalsTakenBack':
      return event.turnId === state.interrupted?.turn.turnId
        ? { ...state, interrupted: { ...state.interrupted, approvals: {} } }
        : { ...state, approvals: {} };
    case 'Agreed':
      return { ...state, agreed: [...state.agreed, seq] };
    case 'Paused': {
      const { type: _, ...paused } = event;
      return { ...state, pauses: state.pauses + 1, pause: { ...paused, since: at, round: 1 } };
    }
    case 'PauseSized': {
      if (!state.pause) return state;
      const { returnAt: _, ...paused } = state.pause;
      const returnAt = event.returnAt === undefined ? {} : { returnAt: event.returnAt };
      // Ratings from before a break say nothing about after it (PA4).
      const round = state.pause.round + (event.size === 'break' ? 1 : 0);
      return { ...state, pause: { ...paused, round, size: event.size, sizedAt: at, ...returnAt } };
    }
    case 'PauseExtended':
      return state.pause ? { ...state, pause: { ...state.pause, round: event.round } } : state;
    case 'Resumed':
      return { ...state, pause: null };
    case 'Stopped':
      return { ...state, pause: null, hold: null, stopping: true };
    case 'KeepingSettled':
      return { ...state, keeping: { kept: event.kept, omitted: event.omitted } };
    case 'ConversationEnded':
      return {
        ...state,
        phase: 'ended',
        turn: null,
        pause: null,
        hold: null,
        interrupted: null,
        ended: { reason: event.reason, kept: event.kept, at },
      };
    case 'Answered': {
      const { seat, turnId, choice, passed, stirred, omit } = event;
      const answer = {
        turnId,
        seq,
        ...(choice !== undefined && { choice }),
        ...(passed && { passed }),
        ...(stirred && { stirred }),
        ...(omit && { omit }),
      };
      const written = { ...state.written, [seat]: { ...state.written[seat], [turnId]: seq } };
      return { ...state, written, answered: { ...state.answered, [seat]: answer } };
    }
    case 'CardMarked': {
      const { seat, cardId, version, ready } = event;
      const marks = { ...state.marks[seat], [cardId]: { version, ready } };
      return { ...state, marks: { ...state.marks, [seat]: marks } };
    }
    case 'ReturnRated': {
      const { seat, pauseId, round, calm } = event;
      return { ...state, returned: { ...state.returned, [seat]: { pauseId, round, calm } } };
    }
    case 'Whispered':
    case 'CheckedIn':
    case 'RatingsShared':
    case 'RatingShown':
    case 'HelpAsked':
    case 'HelpAnswered':
    case 'AsideCleared':
    case 'AsideErased':
      return evolveAside(state, event, seq, at);
    case 'WordsFolded':
    case 'WordsWithdrawn':
    case 'NoteAdded':
    case 'SaidErased':
    case 'TalkExpired':
      return evolveKept(state, event, seq);
    case 'ParkNoted':
    case 'FirstWordsWithdrawn':
    case 'OwnErased':
      return state;
    default:
      return evolveFacilitator(state, event, at);
  }
}

const withSeat = (seats: Seat[], seat: Seat): Seat[] => (seats.includes(seat) ? seats : [...seats, seat]);

const without = ({ ...approvals }: ConversationState['approvals'], seat: Seat): ConversationState['approvals'] => {
  delete approvals[seat];
  return approvals;
};
