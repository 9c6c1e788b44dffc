import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import {
  expiresAt,
  LONGEST_RETENTION,
  retentionOf,
  SHORTEST_RETENTION,
  wishOf,
} from '@turnward/shared/space/retention.ts';
import { describe, expect, it } from 'vitest';
import { givenSpace, spaceOf } from '../kit/decider.ts';
import {
  confirms,
  consents,
  couple,
  created,
  DAY,
  founded,
  foundedBy,
  happened,
  invited,
  joinedAfter,
  kept,
  leaves,
  PARTNER,
  partner,
  proposed,
} from '../kit/spec-guests.ts';
import { NOON } from '../kit/spec-talk.ts';

const wishes = (days: number, seat: 'a' | 'b' = 'a') => happened({ type: 'RetentionSet', days, by: PARTNER[seat] });
const house = { type: 'KeepHouse' } as const;
const announced = (at: number) => happened({ type: 'ExpiryAnnounced', conversationId: 'c1', expiresAt: at });
const expired = happened({ type: 'ConversationExpired', conversationId: 'c1' });
const past = [...couple, ...kept()];
const due = NOON + 90 * DAY;

describe('how long kept talks stay', () => {
  it('ER4 is 90 days, or the shorter of both wishes: one shortens alone, longer takes both', () => {
    const days = (...events: typeof couple) => retentionOf(spaceOf(...couple, ...events));
    expect(days()).toBe(90);
    expect(days(wishes(30))).toBe(30);
    expect(days(wishes(180))).toBe(90);
    expect(days(wishes(180), wishes(365, 'b'))).toBe(180);
    expect(days(wishes(30), leaves('a'))).toBe(30);
    givenSpace(...couple)
      .when({ type: 'SetRetention', days: 30, by: 'robin' })
      .records(wishes(30));
    givenSpace(...couple)
      .when({ type: 'SetRetention', days: 90, by: 'robin' })
      .records();
    expect([SHORTEST_RETENTION, LONGEST_RETENTION]).toEqual([7, 365]);
    expect([wishOf(spaceOf(...couple, wishes(30)), 'robin'), wishOf(spaceOf(...couple), 'kim')]).toEqual([30, 90]);
    for (const days of [6, 366]) {
      givenSpace(...couple)
        .when({ type: 'SetRetention', days, by: 'kim' })
        .refuses('no-such-time');
    }
  });

  it('ER5 a talk is announced a week before its end, and ends then', () => {
    givenSpace(...past)
      .when(house, due - 7 * DAY - 1)
      .records();
    givenSpace(...past)
      .when(house, due - 7 * DAY)
      .records(announced(due));
    givenSpace(...past, announced(due))
      .when(house, due - 1)
      .records();
    givenSpace(...past, announced(due))
      .when(house, due)
      .records(expired);
    givenSpace(...past, announced(due), expired)
      .when(house, due + DAY)
      .records();
  });

  it('ER5 nothing ends unannounced: not where the server was off, not where one shortened it', () => {
    givenSpace(...past)
      .when(house, due + 30 * DAY)
      .records(announced(due + 37 * DAY));
    const shortened = [...past, wishes(7)];
    const now = NOON + 20 * DAY;
    givenSpace(...shortened)
      .when(house, now)
      .records(announced(now + 7 * DAY));
    givenSpace(...shortened, announced(now + 7 * DAY))
      .when(house, now + 7 * DAY - 1)
      .records();
    const longer = [...past, announced(due), wishes(180), wishes(180, 'b')];
    givenSpace(...longer)
      .when(house, due + DAY)
      .records();
    givenSpace(...longer)
      .when(house, NOON + 173 * DAY)
      .records(announced(NOON + 180 * DAY));
    // Lengthened by both and shortened again by one: the first announcement does not count any more.
    givenSpace(...longer, wishes(90))
      .when(house, NOON + 100 * DAY)
      .records(announced(NOON + 107 * DAY));
  });

  it('ER5 says when a kept talk ends, and nothing of one that is open, was let go or is gone', () => {
    const at = (...events: typeof couple) => {
      const space = spaceOf(...couple, ...events);
      return space.conversations.map((talk) => expiresAt(space, talk));
    };
    expect(at(...kept())).toEqual([due]);
    expect(at(...kept(), wishes(7), announced(NOON + 27 * DAY))).toEqual([NOON + 27 * DAY]);
    expect(at(...kept().slice(0, 1))).toEqual([null]);
    expect(at(...kept(), expired)).toEqual([null]);
  });
});

describe('leaving a space', () => {
  const leave = (by: string, erase = false): SpaceCommand => ({ type: 'LeaveSpace', erase, by });

  it('ER6 is each partner’s to do, alone and at once', () => {
    givenSpace(...past)
      .when(leave('robin'))
      .records(leaves('a'));
    givenSpace(...past)
      .when(leave('robin', true))
      .records(leaves('a'), happened({ type: 'WordsErased', by: 'robin' }));
  });

  it('ER6 takes the guests with it, closes the doors, and the seat stays theirs', () => {
    const guests = joinedAfter([...couple, invited({ role: 'observer' }, 'kim', 'i7')], 'ada');
    const { members, guests: left, invites } = spaceOf(...guests, leaves('a'));
    expect(members.map(({ memberId }) => memberId)).toEqual(['kim']);
    expect([left.map(({ standing }) => standing), invites.map(({ status }) => status)]).toEqual([
      ['ended'],
      ['revoked'],
    ]);
    const closed = givenSpace(...couple, proposed('ada'), leaves('a'));
    const anew: SpaceCommand[] = [
      {
        type: 'MakeInvite',
        inviteId: 'i2',
        by: 'kim',
        via: 'link',
        expiresAt: NOON + DAY,
        as: { role: 'partner', seat: 'a' },
      },
      { type: 'ListConversation', conversationId: 'c2', guideId: 'heard', by: 'kim' },
      { type: 'SetMeeting', at: NOON + DAY, by: 'kim' },
      confirms('b', 'ada'),
    ];
    for (const command of anew) closed.when(command).refuses('space-closed');
    closed.when({ type: 'SetRetention', days: 30, by: 'robin' }).refuses('not-yours-to-change');
    closed.when({ type: 'SetRetention', days: 30, by: 'kim' }).records(wishes(30, 'b'));
  });

  it('ER6 where nobody is left all is deleted in the same record', () => {
    const deleted = happened({ type: 'SpaceDeleted', by: null });
    givenSpace(...couple, leaves('a'))
      .when(leave('kim'))
      .records(leaves('b'), deleted);
    givenSpace(created, partner('a')).when(leave('robin', true)).records(leaves('a'), deleted);
    givenSpace(founded, foundedBy('ada'), partner('a')).when(leave('robin')).records(leaves('a'), deleted);
  });

  it('ER7 whoever has left may still have their words erased', () => {
    givenSpace(...couple, leaves('a'))
      .when({ type: 'EraseWords', by: 'robin' })
      .records(happened({ type: 'WordsErased', by: 'robin' }));
    givenSpace(...couple, leaves('a'), happened({ type: 'WordsErased', by: 'robin' }))
      .when({ type: 'EraseWords', by: 'robin' })
      .records();
  });
});

describe('deleting a space', () => {
  const announcedBy = (seat: 'a' | 'b', at = NOON + 14 * DAY) =>
    happened({ type: 'DeletionAnnounced', by: PARTNER[seat], at });
  const remove: SpaceCommand = { type: 'DeleteSpace', by: 'kim' };

  it('ER8 takes the consent of both, unexpired', () => {
    const both = [...couple, consents('a', 'delete-space'), consents('b', 'delete-space')];
    givenSpace(...both.slice(0, -1))
      .when(remove)
      .refuses('needs-consent');
    givenSpace(...both)
      .when(remove)
      .records(happened({ type: 'SpaceDeleted', by: 'kim' }));
    givenSpace(...both)
      .when(remove, NOON + 7 * DAY)
      .refuses('needs-consent');
  });

  it('ER8 or fourteen days after one announced it, unless the same one took it back', () => {
    givenSpace(...couple)
      .when({ type: 'AnnounceDeletion', by: 'robin' })
      .records(announcedBy('a'));
    const soon = [...couple, announcedBy('a')];
    givenSpace(...soon)
      .when({ type: 'AnnounceDeletion', by: 'robin' }, NOON + DAY)
      .records();
    givenSpace(...soon)
      .when({ type: 'CancelDeletion', by: 'kim' })
      .records();
    givenSpace(...soon)
      .when({ type: 'CancelDeletion', by: 'robin' })
      .records(happened({ type: 'DeletionCancelled', by: 'robin' }));
    givenSpace(...soon)
      .when(house, NOON + 14 * DAY - 1)
      .records();
    givenSpace(...soon)
      .when(house, NOON + 14 * DAY)
      .records(happened({ type: 'SpaceDeleted', by: null }));
    const one = [...soon, announcedBy('b', NOON + 20 * DAY), happened({ type: 'DeletionCancelled', by: 'robin' })];
    givenSpace(...one)
      .when(house, NOON + 15 * DAY)
      .records();
    givenSpace(...one)
      .when(house, NOON + 20 * DAY)
      .records(happened({ type: 'SpaceDeleted', by: null }));
  });

  it('ER8 nobody has a place there afterwards', () => {
    const gone = [...joinedAfter(past, 'ada'), happened({ type: 'SpaceDeleted', by: 'kim' })];
    const { members, guests, deleted } = spaceOf(...gone);
    expect([members, guests.map(({ standing }) => standing), deleted]).toEqual([[], ['ended'], true]);
    for (const by of ['robin', 'kim', 'ada']) {
      givenSpace(...gone)
        .when({ type: 'EraseWords', by })
        .refuses('not-a-member');
      givenSpace(...gone)
        .when({ type: 'MakeInvite', inviteId: 'i2', by, via: 'link', expiresAt: NOON + DAY, as: { role: 'observer' } })
        .refuses('not-a-member');
    }
    givenSpace(...gone)
      .when(house, NOON + 400 * DAY)
      .records();
  });
});
