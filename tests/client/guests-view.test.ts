import { guestsHere, guestsWaiting, isComplete, suggestedTalk } from '@turnward/client/features/space/guests-view.ts';
import type { SpaceState } from '@turnward/shared/space/state.ts';
import { describe, expect, it } from 'vitest';
import { bothConfirm, confirms, couple, evaAsks, lived } from './space-lived.ts';

describe('who asks to be a guest', () => {
  it('ME1 waits for both, and my own yes is mine to know', () => {
    const { state } = lived(...couple, ...evaAsks, confirms('ada'));
    expect(guestsWaiting(state, 'a')).toMatchObject([{ guest: { memberId: 'eva' }, confirmedByMe: true }]);
    expect(guestsWaiting(state, 'b')).toMatchObject([{ guest: { memberId: 'eva' }, confirmedByMe: false }]);
    expect(guestsHere(state, 'a')).toEqual([]);
  });

  it('ME1 is here once both have confirmed, and asks no longer', () => {
    const { state } = lived(...couple, ...evaAsks, ...bothConfirm);
    expect(guestsHere(state, 'a')).toMatchObject([{ guest: { memberId: 'eva', standing: 'active' } }]);
    expect(guestsWaiting(state, 'a')).toEqual([]);
  });

  it('ME3 is asked for anew by both where their place was frozen', () => {
    const { state } = lived(
      ...couple,
      ...evaAsks,
      ...bothConfirm,
      { type: 'FreezeMember', memberId: 'eva', by: 'ben' },
      confirms('ben'),
    );
    const frozen = { memberId: 'eva', standing: 'frozen' };
    expect(guestsHere(state, 'a')).toMatchObject([{ guest: frozen, confirmedByMe: false }]);
    expect(guestsHere(state, 'b')).toMatchObject([{ guest: frozen, confirmedByMe: true }]);
    expect(guestsWaiting(state, 'a')).toEqual([]);
  });

  it('ME3 is shown nowhere once their place has ended or they were declined', () => {
    const ended = lived(...couple, ...evaAsks, ...bothConfirm, { type: 'EndMembership', memberId: 'eva', by: 'ada' });
    const declined = lived(...couple, ...evaAsks, { type: 'DeclineGuest', memberId: 'eva', by: 'ada' });
    for (const { state } of [ended, declined]) {
      expect([...guestsWaiting(state, 'a'), ...guestsHere(state, 'a')]).toEqual([]);
    }
  });
});

describe('the couple', () => {
  it('is complete with both partners, whoever else is here', () => {
    expect(isComplete(lived(...couple.slice(0, 2)).state)).toBe(false);
    expect(isComplete(lived(...couple).state)).toBe(true);
  });
});

describe('the suggested talk', () => {
  const { state } = lived(...couple, ...evaAsks, ...bothConfirm, { type: 'SetHomework', guideId: 'heard', by: 'eva' });
  const since = state.homework?.since ?? 0;
  const held = (guideId: string, openedAt: number, reason: 'completed' | 'stopped'): SpaceState => ({
    ...state,
    conversations: [
      {
        conversationId: 'c',
        guideId,
        openedBy: 'a',
        openedAt,
        closed: { reason, kept: false, at: openedAt + 1 },
        announced: null,
        expired: null,
      },
    ],
  });

  it('ME10 is offered with who suggests it, until it was brought to its end', () => {
    expect(suggestedTalk(state)).toMatchObject({ guideId: 'heard', by: 'eva' });
    expect(suggestedTalk(held('heard', since + 1, 'completed'))).toBeNull();
  });

  it('ME10 stays where it was stopped, where another talk was held, or only before', () => {
    expect(suggestedTalk(held('heard', since + 1, 'stopped'))).not.toBeNull();
    expect(suggestedTalk(held('other', since + 1, 'completed'))).not.toBeNull();
    expect(suggestedTalk(held('heard', since - 1, 'completed'))).not.toBeNull();
  });
});
