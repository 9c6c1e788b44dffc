import type { Drafted, Recorded } from '../kernel/event.ts';
import { SEATS, type Seat } from '../kernel/stream.ts';
import type { FitEvent } from './events.ts';
import { clears, FIT_VERSION, type FitAnswers, isAnswered } from './questions.ts';

/** The last set of answers of one partner: when (ms), whether it clears the way, and where it is in `fit/<seat>`. */
export type LastAnswers = { at: number; version: number; clears: boolean; seq: number };

/** The last set of each partner, if there is one. What was answered is not in it. */
export type FitState = Record<Seat, LastAnswers | null>;

export const initialFit: FitState = { a: null, b: null };

/** What a partner asks of their own answers. */
export type FitCommand = { type: 'AnswerFit'; answers: FitAnswers } | { type: 'ClearFit' };

/** FI4. What to record, and where words are that go in the same record: earlier versions of the program kept what was answered. */
export type FitOutcome = { records: Drafted<FitEvent>[]; destroys: { seat: Seat; seq: number }[] };

/** For how long answers hold; the same questions are asked of everybody again after that. In ms. */
export const FIT_HOLDS = 30 * 24 * 3_600_000;

/** Whether the deep talks are open to the two alone. */
export type DeepTalks = 'open' | 'needs-a-facilitator';

/** FI1, FI4. Undefined where these are no answers to these questions. What was answered is not recorded, only what follows from it. */
export function decideFit(state: FitState, command: FitCommand, seat: Seat): FitOutcome | undefined {
  const last = state[seat];
  const destroys = last ? [{ seat, seq: last.seq }] : [];
  const to = `fit/${seat}` as const;
  if (command.type === 'ClearFit') {
    return { records: last ? [{ to, event: { type: 'FitCleared', seat } }] : [], destroys };
  }
  const { answers } = command;
  if (!isAnswered(answers)) return undefined;
  const event: FitEvent = { type: 'FitAnswered', seat, version: FIT_VERSION, clears: clears(answers) };
  return { records: [{ to, event }], destroys };
}

/** Folds one event of either partner's answers. */
export function evolveFit(state: FitState, { event, seq, at }: Recorded<FitEvent>): FitState {
  switch (event.type) {
    case 'FitAnswered': {
      const { seat, version, clears } = event;
      return { ...state, [seat]: { at, version, clears, seq } };
    }
    case 'FitCleared':
      return { ...state, [event.seat]: null };
    default:
      return state;
  }
}

/** ER7. As if never answered, where its author had all their words erased since. `erased`: when, in ms, by seat. */
export const sinceErased = (state: FitState, erased: Partial<Record<Seat, number>>): FitState => {
  const still = (seat: Seat) => ((state[seat]?.at ?? 0) > (erased[seat] ?? 0) ? state[seat] : null);
  return { a: still('a'), b: still('b') };
};

/** Whether this partner has answered these questions, and not too long ago. Nothing is said about what. */
export function answersHold(state: FitState, seat: Seat, now: number): boolean {
  const last = state[seat];
  return last !== null && last.version === FIT_VERSION && now < last.at + FIT_HOLDS;
}

/**
 * FI3, R3. One state for every cause: not answered yet, skipped, too long ago, a worry, a wish for a facilitator, the host's rule.
 * `scripted`: seats of practice partners, who have nothing to be asked.
 */
export function deepTalks(
  state: FitState,
  { scripted, hostAsks, now }: { scripted: readonly Seat[]; hostAsks: boolean; now: number },
): DeepTalks {
  const cleared = (seat: Seat) =>
    scripted.includes(seat) || (answersHold(state, seat, now) && state[seat]?.clears === true);
  return !hostAsks && SEATS.every(cleared) ? 'open' : 'needs-a-facilitator';
}
