import {
  eyesOn,
  flawOf,
  myMark,
  placeInDeck,
  shownCards,
  talkNotice,
} from '@turnward/client/features/cards/cards-view.ts';
import { placeOf } from '@turnward/client/features/cards/drag-order.ts';
import { initialState } from '@turnward/shared/conversation/state.ts';
import { addCard, cardsOf, cardText, LONGEST_CARD, moveCard, setAside } from '@turnward/shared/documents/deck.ts';
import type { StampedEyes } from '@turnward/shared/wire/document-line.ts';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

const GUIDE = ['one', 'two', 'three', 'four'];
const deck = () => {
  const doc = new Y.Doc();
  return { doc, cards: () => cardsOf(doc, GUIDE), ids: () => cardsOf(doc, GUIDE).map(({ cardId }) => cardId) };
};
const only = (cards: ReturnType<typeof cardsOf>, cardId: string) => {
  const found = cards.find((card) => card.cardId === cardId);
  if (!found) throw new Error(`no card ${cardId}`);
  return found;
};

describe('what I said to a card', () => {
  it('DK1 counts for the wording that I read, and asks again once it was reworded', () => {
    const { doc, cards } = deck();
    const { version } = only(cards(), 'one');
    const marked = (ready: boolean) => ({
      marks: { ...initialState.marks, a: { one: { version, ready } } },
    });
    expect(myMark(initialState, 'a', only(cards(), 'one'))).toBe('none');
    expect(myMark(marked(true), 'a', only(cards(), 'one'))).toBe('ready');
    expect(myMark(marked(false), 'a', only(cards(), 'one'))).toBe('not-yet');
    cardText(doc, 'one').insert(0, 'Other words.');
    expect(myMark(marked(true), 'a', only(cards(), 'one'))).toBe('reworded');
    cardText(doc, 'one').delete(0, 'Other words.'.length);
    expect(myMark(marked(true), 'a', only(cards(), 'one'))).toBe('ready');
  });

  it('DK2 is read from my own marks alone', () => {
    const { cards } = deck();
    const card = only(cards(), 'one');
    const theirs = { marks: { ...initialState.marks, b: { one: { version: card.version, ready: true } } } };
    expect(myMark(theirs, 'a', card)).toBe('none');
  });

  it('a card without words, or with too many, can’t be asked', () => {
    const { doc, cards } = deck();
    addCard(doc, GUIDE, 'own', ' ');
    addCard(doc, GUIDE, 'long', 'x'.repeat(LONGEST_CARD));
    cardText(doc, 'long').insert(0, 'y');
    expect(flawOf(only(cards(), 'one'), 'The guide’s words.')).toBeNull();
    expect(flawOf(only(cards(), 'own'), ' ')).toBe('blank');
    expect(flawOf(only(cards(), 'long'), 'whatever')).toBe('long');
  });
});

describe('what happened to the talk', () => {
  it('is said, with one way there, where it has begun since, is paused or has ended', () => {
    const { pause } = initialState;
    expect(talkNotice({ phase: 'gathering', pause }, 'gathering')).toBeNull();
    expect(talkNotice({ phase: 'live', pause }, 'live')).toBeNull();
    expect(talkNotice({ phase: 'live', pause }, 'gathering')).toBe('cards.began');
    expect(talkNotice({ phase: 'ended', pause }, 'live')).toBe('cards.ended');
  });
});

describe('whose eyes are on a card', () => {
  it('DO4 shows each other person once, and not me on my other device', () => {
    const eyes: StampedEyes[] = [
      { memberId: 'm1', seat: 'a', on: 'one' },
      { memberId: 'm2', seat: 'b', on: 'one' },
      { memberId: 'm2', seat: 'b', on: 'one' },
      { memberId: 'm3', seat: null, on: 'one' },
      { memberId: 'm2', seat: 'b', on: 'two' },
    ];
    expect(eyesOn(eyes, 'one', 'a')).toEqual(['m2', 'm3']);
    expect(eyesOn(eyes, 'three', 'a')).toEqual([]);
  });
});

describe('the order of the cards', () => {
  /** Moves a card to a place among the shown ones, as the page does. */
  const moveShown = ({ doc, cards }: ReturnType<typeof deck>, cardId: string, index: number) =>
    moveCard(doc, GUIDE, cardId, placeInDeck(cards(), shownCards(cards(), null), cardId, index));
  const shownIds = ({ cards }: ReturnType<typeof deck>) => shownCards(cards(), null).map(({ cardId }) => cardId);

  it('a card goes where it was put among the shown ones, whatever was set aside between them', () => {
    for (const aside of [[], ['one'], ['two', 'three'], ['four']]) {
      for (const index of [0, 1, 2, 3]) {
        const table = deck();
        for (const cardId of aside) setAside(table.doc, cardId, true);
        const [moved = ''] = shownIds(table);
        const others = shownIds(table).filter((cardId) => cardId !== moved);
        const to = Math.min(index, others.length);
        moveShown(table, moved, to);
        expect(shownIds(table)).toEqual(others.toSpliced(to, 0, moved));
      }
    }
  });

  it('DP2 stands still while a card is held here: moves, new cards and cards set aside wait', () => {
    const table = deck();
    const held = { cardId: 'two', order: table.ids() };
    moveCard(table.doc, GUIDE, 'four', 0);
    setAside(table.doc, 'two', true);
    setAside(table.doc, 'three', true);
    addCard(table.doc, GUIDE, 'new', 'A new one.');
    expect(shownCards(table.cards(), held).map(({ cardId }) => cardId)).toEqual(['one', 'two', 'four', 'new']);
    expect(shownIds(table)).toEqual(['four', 'one', 'new']);
  });

  it('a dragged card stands beyond every other whose middle its edge has passed', () => {
    const rows = [0, 100, 200, 300].map((top) => ({ top, bottom: top + 80 }));
    expect(placeOf(rows, 1, 0)).toBe(1);
    expect(placeOf(rows, 1, -40)).toBe(1);
    expect(placeOf(rows, 1, -61)).toBe(0);
    expect(placeOf(rows, 1, 55)).toBe(1);
    expect(placeOf(rows, 1, 61)).toBe(2);
    expect(placeOf(rows, 1, 1000)).toBe(3);
    expect(placeOf(rows, 3, -1000)).toBe(0);
  });
});
