import { refuse } from '../kernel/decider.ts';
import { otherSeat, SEATS } from '../kernel/stream.ts';
import type { ConversationCommand } from './commands.ts';
import { type DeckCard, type Outcome, own, type Scene, talk } from './outcome.ts';
import type { ConversationState } from './state.ts';

type MarkCard = Extract<ConversationCommand, { type: 'MarkCard' }>;

/** DK1, DK2. A mark is for the wording that was read, and its author's alone. */
export function markCard({ state, asking }: Scene, { cardId, version, ready }: MarkCard): Outcome {
  const { seat, deck } = asking;
  const card = deck?.find((each) => each.cardId === cardId);
  if (!card) return refuse('unknown-card');
  if (card.version !== version) return refuse('card-changed');
  const mark = state.marks[seat][cardId];
  if (mark?.version === version && mark.ready === ready) return [];
  return [own({ type: 'CardMarked', seat, cardId, version, ready })];
}

/** DK3. Once both are done, both see what both are ready for. To look again takes both again. */
export function finishMarking({ guide, state, asking }: Scene, done: boolean): Outcome {
  const { seat, deck = [] } = asking;
  if (!guide.cards) return refuse('unknown-card');
  if (state.marking[seat] === done) return [];
  const finished = talk({ type: 'MarkingFinished', seat, done });
  if (!done || !state.marking[otherSeat(seat)]) return [finished];
  const cards = deck.filter((card) => bothReady(state, card)).map(({ cardId, version }) => ({ cardId, version }));
  return [finished, talk({ type: 'OverlapShown', cards })];
}

/** DK1. Whether both have marked this very wording ready, and neither has taken it back. */
export const bothReady = ({ marks }: ConversationState, { cardId, version }: DeckCard): boolean =>
  SEATS.every((seat) => {
    const mark = marks[seat][cardId];
    return mark?.version === version && mark.ready;
  });
