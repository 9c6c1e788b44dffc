import { compile, type Token } from '@turnward/client/i18n/compile.ts';
import { catalogue as de } from '@turnward/client/i18n/de.ts';
import { en } from '@turnward/client/i18n/en.ts';
import { facilitatorLine } from '@turnward/client/room/facilitator-lines.ts';
import type { TalkEvent } from '@turnward/shared/conversation/events.ts';
import type { Recorded, Words } from '@turnward/shared/kernel/event.ts';
import { describe, expect, it } from 'vitest';

const named = { people: { ada: 'Ada', bo: 'Bo' }, names: { a: 'Robin', b: 'Kim' } };
const lineOf = (event: TalkEvent, words?: Words | null) => {
  const recorded: Recorded<TalkEvent> = {
    stream: 'talk:c',
    seq: 1,
    at: 0,
    event,
    ...(words !== undefined && { words }),
  };
  return facilitatorLine(recorded, named);
};

const ACTS: TalkEvent[] = [
  { type: 'LeadTaken', by: 'ada' },
  { type: 'LeadHanded', by: 'ada', to: 'bo' },
  { type: 'LeadLost', memberId: 'ada' },
  { type: 'LeadLost', memberId: 'ada', near: true },
  { type: 'LeadBack', memberId: 'ada' },
  { type: 'Admitted', by: 'ada', seat: 'a' },
  { type: 'SentBack', by: 'ada', seat: 'b' },
  { type: 'MovedOn', by: 'ada', turnId: 't' },
  { type: 'StepSkipped', by: 'ada', turnId: 't' },
  { type: 'SteppedBack', by: 'ada', turnId: 't', stepId: 'share' },
  { type: 'EndedGently', by: 'ada', turnId: 't' },
  { type: 'FloorHeld', by: 'ada', turnId: 't' },
  { type: 'FloorReturned', by: 'ada', turnId: 't' },
  { type: 'FloorHanded', by: 'ada', turnId: 't', to: 'a' },
  { type: 'StepInserted', by: 'ada', turnId: 't', what: 'settle' },
  { type: 'StepInserted', by: 'ada', turnId: 't', what: 'mirror', to: 'b' },
  { type: 'StepInserted', by: 'ada', turnId: 't', what: 'tell', to: 'b' },
  { type: 'TimeGiven', by: 'ada', turnId: 't', minutes: 5 },
  { type: 'CardsChanged', by: 'ada' },
  { type: 'SmallerAsked', by: 'ada', turnId: 't' },
  { type: 'SlowModeSet', by: 'ada', on: true },
  { type: 'SlowModeSet', by: 'ada', on: false },
  { type: 'Paused', pauseId: 'p', by: null, facilitator: 'ada' },
  { type: 'PauseSized', pauseId: 'p', size: 'quiet', facilitator: 'ada' },
  { type: 'PauseSized', pauseId: 'p', size: 'break', returnAt: 1_800_000_000_000, facilitator: 'ada' },
  { type: 'ConversationBegun', facilitator: 'ada' },
  { type: 'ApprovalsTakenBack', turnId: 't', by: null, facilitator: 'ada' },
];

const placesIn = (tokens: Token[]): string[] =>
  tokens.flatMap((token) => (typeof token === 'string' ? [] : [token[0]])).toSorted();

describe('what a facilitator did, in one line', () => {
  it.each(ACTS)('FA3 $type is a sentence with their name, in both languages', (event) => {
    const line = lineOf(event);
    expect(line?.values).toMatchObject({ name: 'Ada' });
    for (const catalogue of [en, de] as Record<string, string>[]) {
      const sentence = compile(catalogue[line?.id ?? ''] ?? '');
      expect([...new Set(placesIn(sentence))]).toEqual(Object.keys(line?.values ?? {}).toSorted());
    }
  });

  it('FA3 a reason to skip is read with it, as long as its words are there', () => {
    const event = { type: 'StepSkipped', by: 'ada', turnId: 't' } as const;
    expect(lineOf(event, { text: { reason: 'We have been there.' } })?.values).toMatchObject({
      reason: 'We have been there.',
    });
    expect(lineOf(event, null)).toEqual({ id: 'line.StepSkipped.gone', values: { name: 'Ada' } });
  });

  it('FA3 names whom it concerns', () => {
    expect(lineOf({ type: 'LeadHanded', by: 'ada', to: 'bo' })?.values).toEqual({ name: 'Ada', to: 'Bo' });
    expect(lineOf({ type: 'SentBack', by: 'ada', seat: 'b' })?.values).toEqual({ name: 'Ada', to: 'Kim' });
    expect(lineOf({ type: 'StepInserted', by: 'ada', turnId: 't', what: 'tell', to: 'b' })?.values).toEqual({
      name: 'Ada',
      to: 'Kim',
      other: 'Robin',
    });
  });

  it('R9 what the two do themselves is no such line: not a pause, nor what the guide offers', () => {
    expect(lineOf({ type: 'Paused', pauseId: 'p', by: 'a' })).toBeUndefined();
    expect(lineOf({ type: 'Paused', pauseId: 'p', by: null })).toBeUndefined();
    expect(lineOf({ type: 'ApprovalsTakenBack', turnId: 't', by: 'b' })).toBeUndefined();
    expect(lineOf({ type: 'PauseSized', pauseId: 'p', size: 'quiet' })).toBeUndefined();
    expect(lineOf({ type: 'ConversationBegun' })).toBeUndefined();
  });
});
