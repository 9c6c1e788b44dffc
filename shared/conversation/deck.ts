import { stepById } from '../guides/all-guides.ts';
import { END, type Guide, type Step } from '../guides/guide.ts';
import type { CopyOf, Words } from '../kernel/event.ts';
import { bothReady } from './marking.ts';
import type { DeckCard, Ground } from './outcome.ts';
import type { ConversationState } from './state.ts';

/** A step, and the card that is asked at it, with its words where they are not the guide's own. */
export type Asked = { step: Step; cardId?: string; words?: Words | CopyOf };

/**
 * The step that is asked next, from `next` on. Steps that ask a card are passed over where there is none to ask (DK7), the
 * offer of another card where none is left (DK6). Undefined where the guide ends.
 */
export function nextAsked(ground: Ground, next: string): Asked | undefined {
  const { guide } = ground;
  let stepId = next;
  // At most once past every step: a guide that led in a circle past its own cards would end here.
  for (let passed = 0; passed <= guide.steps.length; passed++) {
    const step = stepId === END ? undefined : stepById(guide, stepId);
    if (!step) return undefined;
    const asked = askedAt(ground, step);
    if (asked) return asked;
    stepId = step.deck ? (step.pass ?? step.next) : step.next;
  }
  return undefined;
}

/** What is asked at a step now; undefined where it is passed over. */
export function askedAt(ground: Ground, step: Step): Asked | undefined {
  if (step.ifCardsLeft) return cardsLeft(ground).length > 0 ? { step } : undefined;
  return step.deck ? cardAt(ground, step) : { step };
}

/**
 * DK4. Both rounds, and "there is more", ask the same: the card that was dealt for them, or the guide's own words where they
 * began with these. Otherwise it is the first card that is left.
 */
function cardAt(ground: Ground, step: Step): Asked | undefined {
  const { guide, state } = ground;
  const since = roundsBegan(guide, state);
  const dealt = state.dealt.at(-1);
  if (dealt && dealt.seq > since) {
    return { step, cardId: dealt.cardId, words: { copyOf: { kind: 'talk', seq: dealt.seq } } };
  }
  const asItStands = guide.steps.some(({ id, deck }) => deck && (state.begun[id] ?? 0) > since);
  if (asItStands || !state.overlap) return { step };
  const [card] = cardsLeft(ground);
  if (!card) return undefined;
  const { cardId, words } = card;
  return { step, cardId, ...(words !== null && { words: { text: { prompt: words } } }) };
}

/** DK5. What both were shown and are still ready for in that wording, not set aside and not asked yet; in the deck's order. */
function cardsLeft({ state, asking }: Ground): DeckCard[] {
  const { overlap, dealt } = state;
  return (asking.deck ?? []).filter(
    (card) =>
      overlap?.some(({ cardId, version }) => cardId === card.cardId && version === card.version) &&
      bothReady(state, card) &&
      !dealt.some(({ cardId }) => cardId === card.cardId),
  );
}

/** Where these two rounds began: a seq in `talk`, 0 for the first. Going on with another card begins them anew. */
const roundsBegan = (guide: Guide, { begun }: ConversationState): number =>
  Math.max(0, ...guide.steps.map(({ id, ifCardsLeft }) => (ifCardsLeft ? (begun[id] ?? 0) : 0)));
