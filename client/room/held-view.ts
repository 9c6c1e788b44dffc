import { momentIn } from '@turnward/shared/conversation/rights.ts';
import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import type { Room } from '../conversation/room.ts';

/**
 * Why the floor is closed to both (FA6). `held`: by a facilitator, by name; `guide`: the guide waits for whoever leads, by
 * name (FA7); `waits`: this partner was sent back to the waiting room.
 */
export type Held = { why: 'held' | 'guide'; name: string } | { why: 'waits'; seat: Seat };

/** `reader`: where both wait, each reads of their own waiting first. Null where the floor is open, or nothing is live. */
export function whyHeld({ state, people }: Pick<Room, 'state' | 'people'>, reader?: Seat): Held | null {
  if (momentIn(state) !== 'held') return null;
  const { hold, lead, admitted } = state;
  const waiting = lead?.lost === false ? SEATS.filter((seat) => !admitted[seat]) : [];
  const [first] = waiting;
  if (first) return { why: 'waits', seat: reader && waiting.includes(reader) ? reader : first };
  if (hold?.by) return { why: 'held', name: people[hold.by] ?? '' };
  return { why: 'guide', name: lead ? (people[lead.memberId] ?? '') : '' };
}
