import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import type { TalkEvent } from '@turnward/shared/conversation/events.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { accepted } from '../kit/couple.ts';
import { turnId } from '../kit/every-act.ts';
import type { FacilitatedCouple } from '../kit/facilitated.ts';
import { aLedTalk } from '../kit/led-talk.ts';
import { until } from '../kit/person.ts';

describe('a talk that somebody leads, over the real line', () => {
  const table = aLedTalk();
  const { live, refusal, unnoticed } = table;
  let couple: FacilitatedCouple;
  let conversationId: string;
  beforeEach(() => {
    ({ couple, conversationId } = table);
  });

  it('FA5 begins when both are admitted, ready and here, and whoever opened it begins it', async () => {
    const { a, b, facilitator, facilitatorId } = couple;
    expect(a.stateOf(conversationId).lead).toEqual({ memberId: facilitatorId, lost: false });
    expect(await refusal(a, { type: 'SetReady', ready: true })).toBe('not-admitted');
    expect(await refusal(a, { type: 'Begin' })).toBe('waits-for-facilitator');
    for (const seat of SEATS) {
      expect(await refusal(facilitator, { type: 'Begin' })).toBe('not-admitted');
      accepted(await facilitator.do(conversationId, { type: 'Admit', seat }));
      accepted(await couple[seat].do(conversationId, { type: 'SetReady', ready: true }));
    }
    b.disconnect();
    await until(() => expect(a.presence.at(-1)?.members.map(({ state }) => state)).toContain('lost'));
    expect(await refusal(facilitator, { type: 'Begin' })).toBe('partner-not-here');
    await b.reconnect({ to: 'space', id: couple.spaceId }, { to: 'conversation', id: conversationId });
    accepted(await facilitator.do(conversationId, { type: 'Begin' }));
    await until(() => expect(b.stateOf(conversationId).phase).toBe('live'));
  });

  it('FA7 FA6 waits where the guide waits, and refuses the holder until the floor is opened', async () => {
    await live();
    const { a, facilitator } = couple;
    const share = { type: 'Contribute', turnId, answer: { text: { text: 'I feel small.' } } } as const;
    await unnoticed(async () => {
      expect(await refusal(a, share)).toBe('held');
      expect(await refusal(a, { type: 'PassFloor', turnId })).toBe('held');
    });
    accepted(await facilitator.do(conversationId, { type: 'ReturnFloor', turnId }));
    accepted(await a.do(conversationId, share));
  });

  it('FA3 every act on floor and steps is read by both, with who did it, and of words only the reason', async () => {
    await live();
    const { a, b, facilitator, facilitatorId } = couple;
    const now = () => a.stateOf(conversationId).turn?.turnId ?? '';
    const act = async (command: ConversationCommand) => {
      accepted(await facilitator.do(conversationId, command));
      await a.caughtUp();
    };
    await act({ type: 'ReturnFloor', turnId: now() });
    await act({ type: 'HoldFloor', turnId: now() });
    await act({ type: 'ReturnFloor', turnId: now() });
    await act({ type: 'GiveTime', turnId: now(), minutes: 5 });
    await act({ type: 'AskSmaller', turnId: now() });
    await act({ type: 'SetSlowMode', on: true });
    await act({ type: 'HandFloor', turnId: now(), to: 'b' });
    await act({ type: 'ReturnFloor', turnId: now() });
    await act({ type: 'InsertStep', turnId: now(), what: 'settle' });
    await act({ type: 'MoveOn', turnId: now() });
    await act({ type: 'SkipStep', turnId: now(), reason: 'It was said already.' });
    await act({ type: 'StepBack', turnId: now() });
    await act({ type: 'SendBack', seat: 'a' });
    await act({ type: 'Admit', seat: 'a' });
    await act({ type: 'EndGently', turnId: now() });
    await act({ type: 'Pause' });
    await act({ type: 'SizePause', pauseId: 'p1', size: 'quiet' });
    const acts: TalkEvent['type'][] = [
      'Admitted',
      'Admitted',
      'ConversationBegun',
      'FloorReturned',
      'FloorHeld',
      'FloorReturned',
      'TimeGiven',
      'SmallerAsked',
      'SlowModeSet',
      'FloorHanded',
      'FloorReturned',
      'StepInserted',
      'MovedOn',
      'StepSkipped',
      'SteppedBack',
      'SentBack',
      'Admitted',
      'EndedGently',
      'Paused',
      'PauseSized',
    ];
    const doerOf = (event: object) => ('facilitator' in event ? event.facilitator : 'by' in event && event.by);
    await b.caughtUp();
    for (const person of [a, b]) {
      const lines = person.eventsOf(conversationId).filter(({ event }) => doerOf(event));
      expect(lines.map(({ event }) => event.type)).toEqual(acts);
      expect(new Set(lines.map(({ event }) => doerOf(event)))).toEqual(new Set([facilitatorId]));
      expect(lines.every(({ stream }) => stream.startsWith('talk:'))).toBe(true);
      const words = lines.flatMap(({ words: said }) => (said ? [said] : []));
      expect(words).toEqual([{ text: { reason: 'It was said already.' } }]);
    }
  });
});
