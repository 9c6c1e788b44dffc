import type { Decision } from '../kernel/decider.ts';
import type { Drafted, Words } from '../kernel/event.ts';
import type { Seat } from '../kernel/stream.ts';
import type { OwnEvent, SpaceNotice, TalkEvent } from './events.ts';
import type { ConversationRefusal } from './refusals.ts';

/** `seat` asks at `now` (ms, the server's clock: FL8); `here` says which partners the server sees connected. */
export type Asking = { seat: Seat; now: number; here: readonly Seat[] };

export type ConversationDraft = Drafted<TalkEvent | OwnEvent | SpaceNotice>;
export type Outcome = Decision<TalkEvent | OwnEvent | SpaceNotice, ConversationRefusal>;

export const talk = (event: TalkEvent, words?: Words): ConversationDraft => ({
  to: 'talk',
  event,
  ...(words && { words }),
});

export const own = (event: OwnEvent, words?: Words): ConversationDraft => ({
  to: `own/${event.seat}`,
  event,
  ...(words && { words }),
});

/** A line that the space's members read about this conversation. */
export const notice = (event: SpaceNotice, words?: Words): ConversationDraft => ({
  to: 'space',
  event,
  ...(words && { words }),
});
