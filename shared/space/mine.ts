import type { ConversationEvent } from '../conversation/events.ts';
import type { Seat } from '../kernel/stream.ts';
import type { SpaceEvent } from './events.ts';

/** A person in one space: their member id, and their seat where they are a partner. */
export type Who = { memberId: string; seat: Seat | null };

/**
 * MY1. Whether this person did or said what an event records. Where it says who acted (`by`, `facilitator`, `from`), that alone counts: a
 * `seat` beside it is whom it was done to.
 */
export function isMine(event: ConversationEvent | SpaceEvent, { memberId, seat }: Who): boolean {
  const isMe = (who: unknown) => who === memberId || (seat !== null && who === seat);
  if (event.type === 'Whispered') return event.from === null ? isMe(event.seat) : isMe(event.from);
  if ('facilitator' in event && event.facilitator !== undefined) return isMe(event.facilitator);
  if ('by' in event) return event.by !== null && isMe(event.by);
  if ('openedBy' in event) return isMe(event.openedBy);
  if ('memberId' in event) return isMe(event.memberId);
  return 'seat' in event && isMe(event.seat);
}
