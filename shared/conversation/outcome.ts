import type { Guide } from '../guides/guide.ts';
import type { Decision } from '../kernel/decider.ts';
import type { Drafted, Words } from '../kernel/event.ts';
import type { Seat } from '../kernel/stream.ts';
import type { OwnEvent, SpaceNotice, TalkEvent } from './events.ts';
import type { ConversationRefusal } from './refusals.ts';
import type { ConversationState } from './state.ts';

/** A card as the server holds it at this moment. `words` is null where the guide's own stand. */
export type DeckCard = { cardId: string; version: string; words: string | null };

/**
 * `seat` asks at `now` (ms, the server's clock: FL8); `here` says which partners the server sees connected. What was written
 * together arrives as data too: `deck` in its order without what was set aside, `together` the text of this turn; each is
 * absent where the command has no use for it.
 */
export type Asking = {
  seat: Seat;
  now: number;
  here: readonly Seat[];
  deck?: readonly DeckCard[];
  together?: { text: string; version: string };
};

/** What a decision is made on: the guide, where the talk stands, and who asks when. */
export type Scene = { guide: Guide; state: ConversationState; asking: Asking };

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
