import type { Recorded } from '../kernel/event.ts';
import type { Seat } from '../kernel/stream.ts';
import type { ConversationEvent } from './events.ts';
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
      return { ...state, phase: 'gathering', conversationId, spaceId, guideId, first };
    }
    case 'ReadySet':
      return { ...state, ready: { ...state.ready, [event.seat]: event.ready } };
    case 'ConversationBegun':
      return { ...state, phase: 'live' };
    case 'TurnStarted': {
      const { turnId, stepId, holders, opensAt, cardId } = event;
      const turn = { turnId, stepId, holders, startedAt: at, opensAt };
      const visits = count(state.visits, stepId);
      const begun = { ...state.begun, [stepId]: seq };
      const known = cardId === undefined || state.dealt.some((dealt) => dealt.cardId === cardId);
      const dealt = known ? state.dealt : [...state.dealt, { cardId, seq }];
      return { ...state, turn, turns: state.turns + 1, visits, begun, dealt, done: [], proposal: null, approvals: {} };
    }
    case 'Contributed': {
      const { seat, stepId, choice } = event;
      const taken = choice === undefined ? state.taken : count(state.taken, `${stepId}=${choice}`);
      if (event.passed)
        return { ...state, taken, done: withSeat(state.done, seat), approvals: without(state.approvals, seat) };
      const authors = { ...state.authors, [seq]: seat };
      if (event.joint) return { ...state, taken, authors, done: [], proposal: { seat, seq } };
      return { ...state, taken, authors, done: withSeat(state.done, seat) };
    }
    case 'Revealed':
      return event.passed ? state : { ...state, authors: { ...state.authors, [seq]: event.seat } };
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
      return { ...state, approvals: {} };
    case 'Agreed':
      return { ...state, agreed: [...state.agreed, seq] };
    case 'Paused':
      return {
        ...state,
        pauses: state.pauses + 1,
        pause: { pauseId: event.pauseId, by: event.by, since: at, round: 1 },
      };
    case 'PauseSized': {
      if (!state.pause) return state;
      const { pauseId, by, since } = state.pause;
      const returnAt = event.returnAt === undefined ? {} : { returnAt: event.returnAt };
      // Ratings from before a break say nothing about after it (PA4).
      const round = state.pause.round + (event.size === 'break' ? 1 : 0);
      return { ...state, pause: { pauseId, by, since, round, size: event.size, sizedAt: at, ...returnAt } };
    }
    case 'PauseExtended':
      return state.pause ? { ...state, pause: { ...state.pause, round: event.round } } : state;
    case 'Resumed':
      return { ...state, pause: null };
    case 'Stopped':
      return { ...state, pause: null, stopping: true };
    case 'KeepingSettled':
      return { ...state, keeping: { kept: event.kept, omitted: event.omitted } };
    case 'ConversationEnded':
      return {
        ...state,
        phase: 'ended',
        turn: null,
        pause: null,
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
      return { ...state, answered: { ...state.answered, [seat]: answer } };
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
    default:
      return state;
  }
}

const withSeat = (seats: Seat[], seat: Seat): Seat[] => (seats.includes(seat) ? seats : [...seats, seat]);

const without = ({ ...approvals }: ConversationState['approvals'], seat: Seat): ConversationState['approvals'] => {
  delete approvals[seat];
  return approvals;
};

const count = (counts: Record<string, number>, key: string) => ({ ...counts, [key]: (counts[key] ?? 0) + 1 });
