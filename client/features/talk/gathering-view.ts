import { otherSeat, type Seat } from '@turnward/shared/kernel/stream.ts';
import type { Conversation } from '../../conversation/replica.ts';
import { gateOf } from './led-view.ts';

/** Why a talk can't begin yet, or not by me; null where it can. */
export type NotYet =
  | 'me-not-ready'
  | 'partner-not-here'
  | 'partner-not-ready'
  | 'not-connected'
  | 'lead-begins'
  | 'waits-for-lead'
  | null;

/** GA2, FA5. What is still missing before it can begin, the nearest thing first. */
export function notYet(from: Pick<Conversation, 'state' | 'presence' | 'connection' | 'guide'>, seat: Seat): NotYet {
  const { state, presence, connection, guide } = from;
  if (connection !== 'connected') return 'not-connected';
  if (!state.ready[seat]) return 'me-not-ready';
  if (gateOf(state, seat) !== 'open') return 'lead-begins';
  if (guide.facilitator === 'required') return 'waits-for-lead';
  const other = presence[otherSeat(seat)];
  if (!other || other.state === 'lost' || other.devices === 0) {
    // A practice partner has no device and is here all the same.
    if (other?.state !== 'here') return 'partner-not-here';
  }
  return state.ready[otherSeat(seat)] ? null : 'partner-not-ready';
}
