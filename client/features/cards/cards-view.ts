import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import { type Card, LONGEST_CARD } from '@turnward/shared/documents/deck.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';
import type { StampedEyes } from '@turnward/shared/wire/document-line.ts';

/** What I said to a card; `reworded`: to words that are not there any more. */
export type MyMark = 'ready' | 'not-yet' | 'reworded' | 'none';

/** DK1. A mark is for the wording that was read. */
export function myMark({ marks }: Pick<ConversationState, 'marks'>, seat: Seat, card: Card): MyMark {
  const mark = marks[seat][card.cardId];
  if (!mark) return 'none';
  if (mark.version !== card.version) return 'reworded';
  return mark.ready ? 'ready' : 'not-yet';
}

/** Why a card can't be asked as it stands; null where it can. */
export const flawOf = ({ words }: Card, text: string): 'blank' | 'long' | null => {
  if (text.trim() === '') return 'blank';
  return words !== null && words.length > LONGEST_CARD ? 'long' : null;
};

/** Whose eyes are on a card, by member id: each other person once, however many devices they have. */
export const eyesOn = (eyes: readonly StampedEyes[], cardId: string, seat: Seat | undefined): string[] => {
  const others = eyes.filter((each) => each.on === cardId && (seat === undefined || each.seat !== seat));
  return [...new Set(others.map(({ memberId }) => memberId))];
};

/**
 * The cards of this talk as one page shows them. While a card is being reworded or dragged here (`held`), they stay in the
 * order they had, and what is being written in stays, so that nothing moves under the hand of who writes.
 */
export function shownCards(cards: readonly Card[], held: Held | null): Card[] {
  const shown = cards.filter(({ aside, cardId }) => !aside || cardId === held?.cardId);
  if (!held) return shown;
  const place = ({ cardId }: Card) => (held.order.includes(cardId) ? held.order.indexOf(cardId) : held.order.length);
  return shown.toSorted((one, other) => place(one) - place(other));
}

export type Held = { cardId: string; order: readonly string[] };

/**
 * Where in the whole deck a card goes that is to stand at `index` among the shown ones: before the one that stands there, or
 * behind the last. Counted without the card itself, as `moveCard` does.
 */
export function placeInDeck(cards: readonly Card[], shown: readonly Card[], cardId: string, index: number): number {
  const others = cards.filter((card) => card.cardId !== cardId);
  const beside = shown.filter((card) => card.cardId !== cardId);
  const at = (card: Card | undefined) => others.findIndex((each) => each.cardId === card?.cardId);
  return index < beside.length ? at(beside[index]) : at(beside.at(-1)) + 1;
}

/** What happened to the talk that the cards are for; `cameAt`: the phase it was in when the person came to the cards. */
export function talkNotice(
  { phase, pause }: Pick<ConversationState, 'phase' | 'pause'>,
  cameAt: ConversationState['phase'],
): 'cards.ended' | 'cards.paused' | 'cards.began' | null {
  if (phase === 'ended') return 'cards.ended';
  if (pause) return 'cards.paused';
  return phase === 'live' && cameAt === 'gathering' ? 'cards.began' : null;
}
