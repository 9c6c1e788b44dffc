import type { DeepTalks } from '../fit/fit.ts';
import type { Guide, Step } from '../guides/guide.ts';
import type { Decision } from '../kernel/decider.ts';
import type { Drafted, Words } from '../kernel/event.ts';
import type { Seat } from '../kernel/stream.ts';
import type { AsideEvent, OwnEvent, SpaceNotice, TalkEvent } from './events.ts';
import type { ConversationRefusal } from './refusals.ts';
import type { ConversationState, Turn } from './state.ts';

/** A card as the server holds it at this moment. `words` is null where the guide's own stand. */
export type DeckCard = { cardId: string; version: string; words: string | null };

/**
 * What a decision needs to know besides the log: `now` (ms, the server's clock: FL8); `here`, which partners the server sees
 * connected; `facilitators`, the member ids of those the space has now (absent: none). What was written together arrives as
 * data too: `deck` in its order without what was set aside, `together` the text of this turn; each is absent where the
 * command has no use for it.
 */
export type Circumstances = {
  now: number;
  here: readonly Seat[];
  facilitators?: readonly string[];
  deck?: readonly DeckCard[];
  together?: { text: string; version: string };
  /** Whether a deep guide is open to the two alone; absent, it is not (FI3). */
  deepTalks?: DeepTalks;
};

/** FI3. Whether this guide goes deep and nobody may begin it, or come back to it, without a facilitator. */
export const needsFacilitator = ({ deep }: Guide, { deepTalks }: Circumstances): boolean =>
  deep === true && deepTalks !== 'open';

/** A partner asks. */
export type Asking = Circumstances & { seat: Seat };

/** A facilitator asks. */
export type Facilitating = Circumstances & { memberId: string };

/** What a step is started on, whoever asked. */
export type Ground = { guide: Guide; state: ConversationState; asking: Circumstances };

/** What a partner's command is decided on: the guide, where the talk stands, and who asks when. */
export type Scene = Ground & { asking: Asking };

/** What a facilitator's command is decided on. */
export type Facilitation = Ground & { asking: Facilitating };

/** The turn that a facilitator acts on, and its step. */
export type AtStep = Facilitation & { turn: Turn; step: Step };

type Drawn = TalkEvent | OwnEvent | AsideEvent | SpaceNotice;

export type ConversationDraft = Drafted<Drawn>;
export type Outcome = Decision<Drawn, ConversationRefusal>;

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

/** For one partner and the facilitators alone. */
export const aside = (event: AsideEvent, words?: Words): ConversationDraft => ({
  to: `aside/${event.seat}`,
  event,
  ...(words && { words }),
});

/** A line that the space's members read about this conversation. */
export const notice = (event: SpaceNotice, words?: Words): ConversationDraft => ({
  to: 'space',
  event,
  ...(words && { words }),
});
