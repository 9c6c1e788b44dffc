import type { TalkEvent } from '@turnward/shared/conversation/events.ts';
import { evolve } from '@turnward/shared/conversation/evolve.ts';
import { momentIn } from '@turnward/shared/conversation/rights.ts';
import { type ConversationState, initialState } from '@turnward/shared/conversation/state.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';

/** How long somebody alone has had the floor, in ms, and in how many turns. */
export type Share = { ms: number; turns: number };

/**
 * From headers alone, by the server's clock, in ms. `inStep`: how long the present turn has been on. `shares`: the floor of
 * each; where both write, apart or together, it is nobody's. Pauses count for neither, and a floor that is held for nobody.
 */
export type FloorTimes = { inStep: number; shares: Record<Seat, Share> };

type Sums = { turns: Record<string, number>; shares: Record<Seat, Share> };

/** Folds what was, once; the times of any moment since then follow from it. */
export function floorClock(talk: readonly Recorded<TalkEvent>[]): (now: number) => FloorTimes {
  let state = initialState;
  let sums: Sums = { turns: {}, shares: { a: NOTHING, b: NOTHING } };
  let since = 0;
  for (const recorded of talk) {
    sums = passing(sums, state, recorded.at - since);
    sums = begun(sums, recorded.event);
    state = evolve(state, recorded);
    since = recorded.at;
  }
  const { turn } = state;
  return (now) => {
    const { turns, shares } = passing(sums, state, Math.max(0, now - since));
    return { inStep: turn ? (turns[turn.turnId] ?? 0) : 0, shares };
  };
}

const NOTHING: Share = { ms: 0, turns: 0 };

/** Adds the time in which the talk stood as it is in `state`. */
function passing({ turns, shares }: Sums, state: ConversationState, ms: number): Sums {
  const { turn, phase, pause } = state;
  if (phase !== 'live' || pause || !turn) return { turns, shares };
  const { turnId } = turn;
  const holder = soleHolder(turn.holders);
  const counts = holder && momentIn(state) === 'live';
  return {
    turns: { ...turns, [turnId]: (turns[turnId] ?? 0) + ms },
    shares: counts ? { ...shares, [holder]: { ...shares[holder], ms: shares[holder].ms + ms } } : shares,
  };
}

function begun(sums: Sums, event: TalkEvent): Sums {
  const holder = event.type === 'TurnStarted' ? soleHolder(event.holders) : undefined;
  if (!holder) return sums;
  const { ms, turns } = sums.shares[holder];
  return { ...sums, shares: { ...sums.shares, [holder]: { ms, turns: turns + 1 } } };
}

const soleHolder = (holders: readonly Seat[]): Seat | undefined => (holders.length === 1 ? holders[0] : undefined);

/** The part of the floor that was each one’s, in whole percent; null while nobody has had it for a second. */
export function partsOf(shares: Record<Seat, Share>): Record<Seat, number> | null {
  const all = SEATS.reduce((sum, seat) => sum + shares[seat].ms, 0);
  if (all < 1000) return null;
  const a = Math.round((shares.a.ms / all) * 100);
  return { a, b: 100 - a };
}

/** Minutes and seconds, as a clock counts them. */
export function minutesAndSeconds(ms: number): { minutes: number; seconds: number } {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return { minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
}
