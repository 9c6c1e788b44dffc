import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import type { Asking, DeckCard } from '@turnward/shared/conversation/outcome.ts';
import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import type { Guide } from '@turnward/shared/guides/guide.ts';
import { cardVersion, versionOf } from './wordings.ts';

/** A card as the server holds it; null where the guide's own words stand. */
export const card = (cardId: string, words: string | null = null): DeckCard => ({
  cardId,
  words,
  version: cardVersion(cardId, words),
});

/** What the two have written together, as plain values: the cards that are not set aside, and the text of each turn. */
export class SpecDocuments {
  deck: readonly DeckCard[];
  #texts: ReadonlyMap<string, string> = new Map();

  constructor({ cards = [] }: Guide) {
    this.deck = cards.map(({ id }) => card(id));
  }

  card(cardId: string): DeckCard {
    return this.deck.find((each) => each.cardId === cardId) ?? card(cardId);
  }

  /** Changes a card's words, or adds it at the end. */
  reword(cardId: string, words: string | null): void {
    const known = this.deck.some((each) => each.cardId === cardId);
    const now = card(cardId, words);
    this.deck = known ? this.deck.map((each) => (each.cardId === cardId ? now : each)) : [...this.deck, now];
  }

  setAside(cardId: string): void {
    this.deck = this.deck.filter((each) => each.cardId !== cardId);
  }

  /** Puts a card first. */
  moveUp(cardId: string): void {
    this.deck = [this.card(cardId), ...this.deck.filter((each) => each.cardId !== cardId)];
  }

  textOf(turnId: string): string {
    return this.#texts.get(turnId) ?? '';
  }

  write(turnId: string, text: string): void {
    this.#texts = new Map([...this.#texts, [turnId, text]]);
  }

  /** What a command is told of it, and no more than it is told by the server. */
  known({ turn, overlap }: ConversationState, { type }: ConversationCommand): Pick<Asking, 'deck' | 'together'> {
    const asksForCards = type === 'MarkCard' || type === 'FinishMarking' || overlap !== null;
    const text = this.textOf(turn?.turnId ?? '');
    return {
      ...(asksForCards && { deck: this.deck }),
      ...(type === 'ApproveVersion' && { together: { text, version: versionOf(text) } }),
    };
  }

  copy(guide: Guide): SpecDocuments {
    const copy = new SpecDocuments(guide);
    copy.deck = this.deck;
    copy.#texts = this.#texts;
    return copy;
  }
}
