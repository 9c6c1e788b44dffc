import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type * as Y from 'yjs';
import { versionOf } from './version.ts';

/** DO8. A deck holds so many cards at most, the guide's own included; a card so many characters. */
export const MOST_CARDS = 500;
export const LONGEST_CARD = 280;

/**
 * A prompt to come. `words` is null where the guide's own words stand, which each reader reads in their own language.
 * `version` names the exact wording (DO5).
 */
export type Card = { cardId: string; words: string | null; place: string; aside: boolean; version: string };

/**
 * How a deck lies in its document: all root types, so that nothing two people do at once can replace what one of them did.
 *
 * | root                | holds                                                                                    |
 * |---------------------|------------------------------------------------------------------------------------------|
 * | map `places`        | card id to its place, a fractional index; the guide's cards are there without an entry    |
 * | map `aside`         | card id to true where the card is set aside                                                |
 * | text `card/<id>`    | the card's words; empty for a card of the guide that nobody reworded                       |
 * | map `begun`         | which letters of those words came from the guide, see `beginning.ts`                       |
 */
const places = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('places');
const aside = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('aside');
export const CARD = 'card/';
export const cardText = (doc: Y.Doc, cardId: string): Y.Text => doc.getText(`${CARD}${cardId}`);
export const PLACES = 'places';

/** The deck in order. Total: whatever somebody wrote into the document, what is no card is left out. */
export function cardsOf(doc: Y.Doc, guideCards: readonly string[]): Card[] {
  const usual = generateNKeysBetween(null, null, guideCards.length);
  const own = [...places(doc).keys()].filter((cardId) => !guideCards.includes(cardId));
  return [...guideCards, ...own]
    .slice(0, MOST_CARDS)
    .map((cardId, at) => {
      const placed = places(doc).get(cardId);
      const words = cardText(doc, cardId).toString() || null;
      return {
        cardId,
        words,
        place: typeof placed === 'string' ? placed : (usual[at] ?? ''),
        aside: aside(doc).get(cardId) === true,
        version: cardVersion(doc, cardId, words),
      };
    })
    .sort((one, other) => compare(one.place, other.place) || compare(one.cardId, other.cardId));
}

/** The version of a card's wording in this document; the guide's own words are one version in every language. */
export const cardVersion = ({ guid }: Pick<Y.Doc, 'guid'>, cardId: string, words: string | null): string =>
  versionOf(guid, cardId, words);

/** Adds a card at the end. Says no where the deck is full or the id is taken. */
export function addCard(doc: Y.Doc, guideCards: readonly string[], cardId: string, words: string): boolean {
  const cards = cardsOf(doc, guideCards);
  if (cards.length >= MOST_CARDS || cards.some((card) => card.cardId === cardId)) return false;
  doc.transact(() => {
    cardText(doc, cardId).insert(0, words.slice(0, LONGEST_CARD));
    places(doc).set(cardId, between(cards.at(-1)?.place, undefined));
  });
  return true;
}

/** Moves a card to stand at this index of the deck as it is without it. */
export function moveCard(doc: Y.Doc, guideCards: readonly string[], cardId: string, index: number): void {
  const others = cardsOf(doc, guideCards).filter((card) => card.cardId !== cardId);
  const before = others[index - 1]?.place;
  // Where two people put cards in the same place at once, both stand there: the next place is the first beyond them.
  const after = others.slice(Math.max(0, index)).find(({ place }) => before === undefined || place > before)?.place;
  places(doc).set(cardId, between(before, after));
}

export function setAside(doc: Y.Doc, cardId: string, away: boolean): void {
  if (away) aside(doc).set(cardId, true);
  else aside(doc).delete(cardId);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** A place between two; where somebody wrote a place that is none, the end of the deck will do. */
function between(before: string | undefined, after: string | undefined): string {
  try {
    return generateKeyBetween(before ?? null, after ?? null);
  } catch {
    return `${before ?? 'a'}V`;
  }
}
