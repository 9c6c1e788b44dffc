import type { TalkEvent } from '@turnward/shared/conversation/events.ts';
import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import type { Guide, Step } from '@turnward/shared/guides/guide.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { type AskedCard, cardOf } from '@turnward/shared/transcript/asked-card.ts';

/** DK4. The card that this turn asks, with its words as they were frozen when it began. */
export function askedCard(talk: readonly Recorded<TalkEvent>[], turnId: string | undefined): AskedCard | undefined {
  const started = talk.findLast(({ event }) => event.type === 'TurnStarted' && event.turnId === turnId);
  return started && cardOf(started);
}

/** Whether the deck still has a say in this talk: a step that asks a card, or offers another, is on or ahead. */
export function cardsToCome(guide: Guide, step: Step | undefined): boolean {
  if (!guide.cards || !step) return guide.cards !== undefined;
  const last = guide.steps.findLastIndex(({ deck, ifCardsLeft }) => deck || ifCardsLeft);
  return guide.steps.indexOf(step) <= last;
}

type Placed = { cardId: string; version: string; aside: boolean };

/** DK5. Of the cards that both are ready for: those that can be asked, in the deck's order, and those changed or set aside since. */
export function readyForBoth<Card extends Placed>(
  cards: readonly Card[],
  { overlap }: Pick<ConversationState, 'overlap'>,
): { asked: Card[]; changed: Card[] } {
  const both = new Map(overlap?.map(({ cardId, version }) => [cardId, version]));
  const found = cards.filter(({ cardId }) => both.has(cardId));
  const stands = ({ cardId, version, aside }: Card) => !aside && both.get(cardId) === version;
  return { asked: found.filter(stands), changed: found.filter((card) => !stands(card)) };
}
