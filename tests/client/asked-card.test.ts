import { askedCard, cardsToCome, readyForBoth } from '@turnward/client/conversation/asked-card.ts';
import type { TalkEvent } from '@turnward/shared/conversation/events.ts';
import { initialState } from '@turnward/shared/conversation/state.ts';
import { stepById } from '@turnward/shared/guides/all-guides.ts';
import { fivePartCheckIn } from '@turnward/shared/guides/five-part-check-in.ts';
import type { Guide } from '@turnward/shared/guides/guide.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import type { Recorded, Words } from '@turnward/shared/kernel/event.ts';
import { describe, expect, it } from 'vitest';

const started = (seq: number, turnId: string, cardId?: string, words?: Words): Recorded<TalkEvent> => ({
  stream: 'talk:c',
  seq,
  at: seq,
  event: { type: 'TurnStarted', turnId, stepId: 'share', holders: ['a'], opensAt: 0, ...(cardId && { cardId }) },
  ...(words && { words }),
});
const step = (guide: Guide, id: string) => stepById(guide, id);

describe('the card that is asked', () => {
  const talk = [
    started(1, 't1'),
    started(2, 't2', 'missing'),
    started(3, 't3', 'own', { text: { prompt: 'What do you need on Sundays?' } }),
  ];

  it('DK4 is the one of this turn, with its frozen words where they are not the guide’s', () => {
    expect(askedCard(talk, 't1')).toBeUndefined();
    expect(askedCard(talk, 't2')).toEqual({ cardId: 'missing', words: null });
    expect(askedCard(talk, 't3')).toEqual({ cardId: 'own', words: 'What do you need on Sundays?' });
    expect(askedCard(talk, undefined)).toBeUndefined();
  });

  it('DK6 can still come until the offer of another one has gone by', () => {
    expect(cardsToCome(heard, undefined)).toBe(true);
    expect(cardsToCome(heard, step(heard, 'share'))).toBe(true);
    expect(cardsToCome(heard, step(heard, 'summary~2'))).toBe(true);
    expect(cardsToCome(heard, step(heard, 'another'))).toBe(true);
    expect(cardsToCome(heard, step(heard, 'thank'))).toBe(false);
    expect(cardsToCome(fivePartCheckIn, undefined)).toBe(false);
  });
});

describe('what both are ready for', () => {
  const card = (cardId: string, version: string, aside = false) => ({ cardId, version, aside });
  const state = {
    ...initialState,
    overlap: ['one', 'two', 'three', 'gone'].map((cardId) => ({ cardId, version: '1' })),
  };

  it('DK5 is asked in the deck’s order of today, without what was reworded or set aside since', () => {
    const cards = [card('three', '1'), card('one', '1'), card('two', '2'), card('other', '1')];
    const both = readyForBoth([...cards, card('gone', '1', true)], state);
    expect(both.asked.map(({ cardId }) => cardId)).toEqual(['three', 'one']);
    expect(both.changed.map(({ cardId }) => cardId)).toEqual(['two', 'gone']);
  });

  it('DK3 is nothing before both have looked', () => {
    expect(readyForBoth([card('one', '1')], initialState)).toEqual({ asked: [], changed: [] });
  });
});
