import { otherSeat, SEATS } from '@turnward/shared/kernel/stream.ts';
import { FURTHEST_MEETING } from '@turnward/shared/space/plans.ts';
import { facilitatorsOf, guestOf, memberOf } from '@turnward/shared/space/state.ts';
import { describe, expect, it } from 'vitest';
import { givenSpace, spaceOf } from '../kit/decider.ts';
import {
  confirmed,
  confirms,
  couple,
  DAY,
  declined,
  ends,
  founded,
  foundedBy,
  freezes,
  frozen,
  guestJoined,
  happened,
  invited,
  invites,
  joinedAfter,
  left,
  PARTNER,
  partner,
  proposed,
  proposes,
  thawed,
  usedBy,
} from '../kit/spec-guests.ts';
import { NOON } from '../kit/spec-talk.ts';

const FACILITATOR = { role: 'facilitator' } as const;
const OBSERVER = { role: 'observer' } as const;
const asked = [...couple, invited(FACILITATOR)];
const waiting = [...couple, proposed('ada')];
const active = joinedAfter(couple, 'ada');
const watched = joinedAfter(couple, 'ulli', 'observer');
const declines = { type: 'DeclineGuest', memberId: 'ada', by: 'kim' } as const;

describe('a guest of a space', () => {
  it('ME1 asks by a link, says how they handle secrets, and waits', () => {
    givenSpace(...asked)
      .when(proposes('ada'))
      .records(proposed('ada'), usedBy('ada'));
    givenSpace(...couple, invited(OBSERVER))
      .when(proposes('ulli', 'observer'))
      .records(proposed('ulli', 'observer'), usedBy('ulli'));
    const space = spaceOf(...waiting);
    expect(guestOf(space, 'ada')).toMatchObject({ standing: 'waiting', secrets: 'no-secrets', joinedAt: null });
    expect(memberOf(space, 'ada')).toBeUndefined();
  });

  it('ME1 says their name, and a facilitator how they handle secrets; an observer hears none', () => {
    const { secrets: _, ...silent } = proposes('ada') as Extract<ReturnType<typeof proposes>, { type: 'ProposeGuest' }>;
    givenSpace(...asked)
      .when(silent)
      .refuses('secrets-missing');
    givenSpace(...asked)
      .when({ ...silent, memberName: '  ' })
      .refuses('name-missing');
    givenSpace(...couple, invited(OBSERVER))
      .when({ ...silent, memberId: 'ulli', memberName: 'ulli', role: 'observer', secrets: 'limited-secrets' })
      .records(proposed('ulli', 'observer'), usedBy('ulli'));
  });

  it('ME1 is a member once both have confirmed, in either order, in the same record, under the name that was given', () => {
    for (const first of SEATS) {
      const second = otherSeat(first);
      givenSpace(...waiting)
        .when(confirms(first, 'ada'))
        .records(confirmed('ada', first));
      const half = [...waiting, confirmed('ada', first)];
      expect(memberOf(spaceOf(...half), 'ada')).toBeUndefined();
      givenSpace(...half)
        .when(confirms(first, 'ada'))
        .records();
      givenSpace(...half)
        .when(confirms(second, 'ada'))
        .records(confirmed('ada', second), guestJoined('ada', 'facilitator', waiting.length));
    }
    const space = spaceOf(...active);
    expect(memberOf(space, 'ada')).toEqual({
      memberId: 'ada',
      role: 'facilitator',
      practice: null,
      nameSeq: active.length,
    });
    expect(guestOf(space, 'ada')).toMatchObject({ standing: 'active', confirmedBy: ['a', 'b'], joinedAt: NOON });
    expect(facilitatorsOf(space)).toEqual(['ada']);
    givenSpace(...active)
      .when(confirms('a', 'ada'))
      .records();
  });

  it('ME1 is declined by either, also by one who had confirmed, and then it is settled until they ask anew', () => {
    const half = [...waiting, confirmed('ada', 'b')];
    givenSpace(...half)
      .when(declines)
      .records(declined('ada', 'b'));
    const no = [...half, declined('ada', 'b')];
    expect(guestOf(spaceOf(...no), 'ada')).toMatchObject({ standing: 'declined', confirmedBy: [] });
    givenSpace(...no)
      .when({ ...declines, by: 'robin' })
      .records();
    givenSpace(...no)
      .when(confirms('a', 'ada'))
      .refuses('guest-settled');
    givenSpace(...active)
      .when(declines)
      .refuses('guest-settled');
    givenSpace(...no, invited(FACILITATOR))
      .when(proposes('ada'))
      .records(proposed('ada'), usedBy('ada'));
    givenSpace(...no, proposed('ada'))
      .when(confirms('a', 'ada'))
      .records(confirmed('ada', 'a'));
  });

  it('ME1 comes by an invitation for that very role, once, in time', () => {
    givenSpace(...asked)
      .when(proposes('ada', 'observer'))
      .refuses('no-such-invite');
    givenSpace(...couple, invited({ role: 'partner', seat: 'b' }))
      .when(proposes('ada'))
      .refuses('room-is-full');
    givenSpace(couple[0] as (typeof couple)[number], partner('a'), invited({ role: 'partner', seat: 'b' }))
      .when(proposes('ada'))
      .refuses('no-such-invite');
    givenSpace(...asked)
      .when({ type: 'AcceptInvite', inviteId: 'i1', memberId: 'eve', memberName: 'Eve' })
      .refuses('no-such-invite');
    givenSpace(...asked, usedBy('ulli'))
      .when(proposes('ada'))
      .refuses('invite-used');
    givenSpace(...asked)
      .when(proposes('ada'), NOON + DAY)
      .refuses('invite-expired');
    for (const already of [waiting, active, [...active, frozen('ada', 'a')]]) {
      givenSpace(...already, invited(FACILITATOR))
        .when(proposes('ada'))
        .refuses('already-a-member');
    }
    for (const command of [confirms('a', 'eve'), { ...declines, memberId: 'eve' }, freezes('robin', 'eve')]) {
      givenSpace(...active)
        .when(command)
        .refuses('no-such-guest');
    }
  });

  it('SP4 finds room beside two of the same role at most, those who wait or are frozen among them', () => {
    const one = [...active, frozen('ada', 'a')];
    givenSpace(...one)
      .when(invites('robin', FACILITATOR))
      .records(invited(FACILITATOR));
    const two = [...one, proposed('bo')];
    givenSpace(...two)
      .when(invites('robin', FACILITATOR))
      .refuses('room-is-full');
    givenSpace(...two, invited(FACILITATOR))
      .when(proposes('cleo'))
      .refuses('room-is-full');
    givenSpace(...two, invited(OBSERVER))
      .when(proposes('cleo', 'observer'))
      .records(proposed('cleo', 'observer'), usedBy('cleo'));
    givenSpace(...two, declined('bo', 'a'), invited(FACILITATOR))
      .when(proposes('cleo'))
      .records(proposed('cleo'), usedBy('cleo'));
  });

  it('ME3 is frozen by one partner alone, at once, and thaws once both confirm anew', () => {
    for (const seat of SEATS) {
      givenSpace(...active)
        .when(freezes(PARTNER[seat], 'ada'))
        .records(frozen('ada', seat));
    }
    const cold = [...active, frozen('ada', 'a')];
    expect(memberOf(spaceOf(...cold), 'ada')).toBeUndefined();
    expect(facilitatorsOf(spaceOf(...cold))).toEqual([]);
    expect(guestOf(spaceOf(...cold), 'ada')).toMatchObject({ standing: 'frozen', confirmedBy: [], joinedAt: NOON });
    givenSpace(...cold)
      .when(freezes('kim', 'ada'))
      .records();
    givenSpace(...cold)
      .when(declines)
      .refuses('guest-settled');
    givenSpace(...cold)
      .when(confirms('a', 'ada'))
      .records(confirmed('ada', 'a'));
    givenSpace(...cold, confirmed('ada', 'a'))
      .when(confirms('b', 'ada'))
      .records(confirmed('ada', 'b'), thawed('ada'));
    const again = spaceOf(...cold, confirmed('ada', 'a'), confirmed('ada', 'b'), thawed('ada'));
    expect(memberOf(again, 'ada')).toMatchObject({ role: 'facilitator', nameSeq: active.length });
    expect(guestOf(again, 'ada')).toMatchObject({ standing: 'active' });
    for (const settled of [waiting, [...waiting, declined('ada', 'a')], [...active, left('ada', 'ada')]]) {
      givenSpace(...settled)
        .when(freezes('robin', 'ada'))
        .refuses('guest-settled');
    }
  });

  it('ME3 is sent away for good by one partner, or goes, whether they belong, wait or are frozen', () => {
    for (const by of ['robin', 'kim', 'ada']) {
      for (const before of [active, waiting, [...active, frozen('ada', 'b')]]) {
        givenSpace(...before)
          .when(ends(by, 'ada'))
          .records(left('ada', by));
      }
    }
    const gone = [...active, left('ada', 'kim')];
    expect(memberOf(spaceOf(...gone), 'ada')).toBeUndefined();
    expect(guestOf(spaceOf(...gone), 'ada')).toMatchObject({ standing: 'ended', joinedAt: NOON });
    givenSpace(...gone)
      .when(ends('robin', 'ada'))
      .records();
    givenSpace(...gone, invited(FACILITATOR))
      .when(proposes('ada'))
      .records(proposed('ada'), usedBy('ada'));
    const standings = (...after: typeof gone) => spaceOf(...gone, ...after).guests.map(({ standing }) => standing);
    expect(standings(proposed('ada'))).toEqual(['ended', 'waiting']);
    expect(standings(...joinedAfter([], 'ada'))).toEqual(['ended', 'active']);
  });

  it('ME3 sends nobody else away, and nobody sends a partner away', () => {
    const both = joinedAfter(active, 'ulli', 'observer');
    for (const [by, whom] of [
      ['ada', 'ulli'],
      ['ulli', 'ada'],
      ['ada', 'robin'],
    ] as const) {
      givenSpace(...both)
        .when(ends(by, whom))
        .refuses('not-yours-to-change');
    }
    for (const by of ['robin', 'kim']) {
      givenSpace(...both)
        .when(ends(by, 'robin'))
        .refuses('no-such-guest');
      givenSpace(...both)
        .when(freezes(by, 'robin'))
        .refuses('no-such-guest');
    }
  });

  it('ME4 never becomes a partner, nor a partner a guest', () => {
    const alone = [couple[0] as (typeof couple)[number], partner('a')];
    const seat = { role: 'partner', seat: 'b' } as const;
    const accept = { type: 'AcceptInvite', inviteId: 'i1', memberId: 'ada', memberName: 'Ada' } as const;
    const open = invited(seat);
    const before = [[proposed('ada')], [proposed('ada'), confirmed('ada', 'a')], joinedAfter([], 'ada')];
    for (const past of [...before, [...joinedAfter([], 'ada'), left('ada', 'ada')]]) {
      givenSpace(...alone, ...past, open)
        .when(accept)
        .refuses('already-a-member');
    }
    givenSpace(...alone, proposed('ada'), declined('ada', 'a'), open)
      .when(accept)
      .records(happened({ type: 'MemberJoined', memberId: 'ada', role: 'partner', seat: 'b' }, 'Ada'), usedBy('ada'));
    const code = happened({
      type: 'InviteMade',
      inviteId: 'i1',
      by: 'robin',
      via: 'code',
      expiresAt: NOON + DAY,
      ...seat,
    });
    const knock = { type: 'RequestEntry', inviteId: 'i1', requestId: 'r1', memberId: 'ada', name: 'Ada' } as const;
    givenSpace(...alone, proposed('ada'), code)
      .when(knock)
      .refuses('already-a-member');
    const knocked = happened({ type: 'EntryRequested', requestId: 'r1', inviteId: 'i1', memberId: 'ada' }, 'Ada');
    givenSpace(...alone, code, knocked, proposed('ada'))
      .when({ type: 'AdmitEntry', requestId: 'r1', by: 'robin' })
      .refuses('already-a-member');
    givenSpace(...asked)
      .when(proposes('kim'))
      .refuses('already-a-member');
    // Who asked to be a guest, was declined and is a partner now stays one, whatever is said about the guest they never were.
    const became = [...alone, proposed('kim'), declined('kim', 'a'), partner('b')];
    for (const command of [confirms('a', 'kim'), freezes('robin', 'kim')]) {
      givenSpace(...became)
        .when(command)
        .refuses('guest-settled');
    }
    givenSpace(...became)
      .when(ends('robin', 'kim'))
      .refuses('no-such-guest');
  });

  it('ME2 takes back, with their membership, the invitations they made', () => {
    const byAda = [...active, invited(OBSERVER, 'ada')];
    const comes = proposes('ulli', 'observer');
    givenSpace(...byAda)
      .when(comes)
      .records(proposed('ulli', 'observer'), usedBy('ulli'));
    givenSpace(...byAda, frozen('ada', 'a'))
      .when(comes)
      .refuses('invite-revoked');
    givenSpace(...byAda, left('ada', 'ada'))
      .when(comes)
      .refuses('invite-revoked');
    givenSpace(...byAda, frozen('ada', 'a'), confirmed('ada', 'a'), confirmed('ada', 'b'), thawed('ada'))
      .when(comes)
      .records(proposed('ulli', 'observer'), usedBy('ulli'));
  });

  it('ME5 observes, and opens, invites, plans and changes nothing', () => {
    for (const command of [
      invites('ulli', OBSERVER),
      { type: 'SetMeeting', at: NOON + DAY, by: 'ulli' },
      { type: 'SetHomework', guideId: null, by: 'ulli' },
      { type: 'ListConversation', conversationId: 'c1', guideId: 'heard', by: 'ulli' },
    ] as const) {
      givenSpace(...watched)
        .when(command)
        .refuses('not-yours-to-change');
    }
  });

  it('ME6 lets a facilitator invite guests by link, open talks, and revoke what they themselves made', () => {
    givenSpace(...active)
      .when(invites('ada', OBSERVER))
      .records(invited(OBSERVER, 'ada'));
    for (const by of ['robin', 'ada']) {
      givenSpace(...active)
        .when(invites(by, OBSERVER, 'code'))
        .refuses('not-yours-to-change');
    }
    givenSpace(...active)
      .when(invites('ada', { role: 'partner', seat: 'b' }))
      .refuses('room-is-full');
    givenSpace(...active)
      .when({ type: 'ListConversation', conversationId: 'c1', guideId: 'heard', by: 'ada' })
      .records(happened({ type: 'ConversationListed', conversationId: 'c1', guideId: 'heard', openedBy: 'ada' }));
    const revoke = { type: 'RevokeInvite', inviteId: 'i1', by: 'ada' } as const;
    givenSpace(...active, invited(OBSERVER, 'ada'))
      .when(revoke)
      .records(happened({ type: 'InviteRevoked', inviteId: 'i1', by: 'ada' }));
    givenSpace(...active, invited(OBSERVER, 'robin'))
      .when(revoke)
      .refuses('not-yours-to-change');
    givenSpace(...active, invited(OBSERVER, 'ada'))
      .when({ ...revoke, by: 'kim' })
      .records(happened({ type: 'InviteRevoked', inviteId: 'i1', by: 'kim' }));
  });
});

describe('a space that a facilitator opened for a couple', () => {
  const opened = [founded, foundedBy('ada')];
  const found = {
    type: 'FoundSpace',
    spaceId: 's1',
    memberId: 'ada',
    spaceName: ' Our room ',
    memberName: ' ada',
    practice: false,
    secrets: 'no-secrets',
  } as const;

  it('ME7 has two free seats; who opened it is no member and waits like any guest', () => {
    givenSpace()
      .when(found)
      .records(...opened);
    expect(spaceOf(...opened)).toMatchObject({ founder: 'ada', members: [], guests: [{ standing: 'waiting' }] });
    givenSpace()
      .when({ ...found, spaceName: ' ' })
      .refuses('name-missing');
    givenSpace()
      .when({ ...found, memberName: ' ' })
      .refuses('name-missing');
    givenSpace(...couple)
      .when(found)
      .refuses('not-yours-to-change');
  });

  it('ME7 is entered by both partners by links of whoever opened it, one for each seat, and by no code', () => {
    for (const seat of SEATS) {
      const as = { role: 'partner', seat } as const;
      givenSpace(...opened)
        .when(invites('ada', as))
        .records(invited(as, 'ada'));
      givenSpace(...opened)
        .when(invites('ada', as, 'code'))
        .refuses('not-yours-to-change');
      givenSpace(...opened, invited(as, 'ada'))
        .when({ type: 'AcceptInvite', inviteId: 'i1', memberId: PARTNER[seat], memberName: PARTNER[seat] })
        .records(partner(seat), usedBy(PARTNER[seat]));
      givenSpace(...opened, invited(as, 'ada'))
        .when({ type: 'AcceptInvite', inviteId: 'i1', memberId: 'ada', memberName: 'Ada' })
        .refuses('already-a-member');
      givenSpace(...opened, partner(seat))
        .when(invites('ada', as))
        .refuses('room-is-full');
    }
    givenSpace(...opened)
      .when(invites('ada', { role: 'observer' }))
      .refuses('not-yours-to-change');
    const both = [...opened, partner('a'), partner('b')];
    givenSpace(...both, confirmed('ada', 'a'))
      .when(confirms('b', 'ada'))
      .records(confirmed('ada', 'b'), guestJoined('ada', 'facilitator', 2));
  });

  it('ME7 is the couple’s also where they decline who opened it: their links end, the partners invite each other', () => {
    const toB = { role: 'partner', seat: 'b' } as const;
    const without = [...opened, partner('a'), invited(toB, 'ada'), declined('ada', 'a')];
    const accept = { type: 'AcceptInvite', inviteId: 'i1', memberId: 'kim', memberName: 'kim' } as const;
    givenSpace(...without)
      .when(accept)
      .refuses('invite-revoked');
    givenSpace(...without)
      .when({ ...accept, memberId: 'ada' })
      .refuses('invite-revoked');
    givenSpace(...without, invited(toB, 'robin', 'i2'))
      .when({ ...accept, inviteId: 'i2', memberId: 'ada' })
      .refuses('already-a-member');
    givenSpace(...without, invited(toB, 'robin', 'i2'))
      .when({ ...accept, inviteId: 'i2' })
      .records(partner('b'), usedBy('kim', 'i2'));
    givenSpace(...without)
      .when(invites('ada', toB))
      .refuses('not-a-member');
    givenSpace(...opened, partner('a'))
      .when({ type: 'ListConversation', conversationId: 'c1', guideId: 'heard', by: 'ada' })
      .refuses('not-yours-to-change');
  });
});

describe('until the next meeting', () => {
  const by = 'robin';
  it('ME10 a meeting is set by any partner or facilitator, ahead, within a year and a day, or to none', () => {
    for (const who of ['robin', 'kim', 'ada']) {
      givenSpace(...active)
        .when({ type: 'SetMeeting', at: NOON + DAY, by: who })
        .records(happened({ type: 'MeetingSet', at: NOON + DAY, by: who }));
    }
    for (const at of [NOON, NOON - DAY, NOON + FURTHEST_MEETING + 1, Number.NaN]) {
      givenSpace(...couple)
        .when({ type: 'SetMeeting', at, by })
        .refuses('no-such-time');
    }
    givenSpace(...couple)
      .when({ type: 'SetMeeting', at: NOON + FURTHEST_MEETING, by })
      .records(happened({ type: 'MeetingSet', at: NOON + FURTHEST_MEETING, by }));
    const set = [...couple, happened({ type: 'MeetingSet', at: NOON + DAY, by })];
    expect(spaceOf(...set).meeting).toEqual({ at: NOON + DAY, by });
    givenSpace(...set)
      .when({ type: 'SetMeeting', at: NOON + DAY, by: 'kim' })
      .records();
    givenSpace(...set)
      .when({ type: 'SetMeeting', at: null, by: 'kim' })
      .records(happened({ type: 'MeetingSet', at: null, by: 'kim' }));
    expect(spaceOf(...set, happened({ type: 'MeetingSet', at: null, by })).meeting).toBeNull();
    givenSpace(...couple)
      .when({ type: 'SetMeeting', at: null, by })
      .records();
  });

  it('ME10 a talk is suggested by a facilitator, of those there are, and put away by any of them', () => {
    const suggest = { type: 'SetHomework', guideId: 'heard', by: 'ada' } as const;
    const suggested = happened({ type: 'HomeworkSet', guideId: 'heard', by: 'ada' });
    givenSpace(...active)
      .when(suggest)
      .records(suggested);
    givenSpace(...active)
      .when({ ...suggest, by: 'robin' })
      .refuses('not-yours-to-change');
    givenSpace(...active)
      .when({ ...suggest, guideId: 'no-such-talk' })
      .refuses('no-such-guide');
    expect(spaceOf(...active, suggested).homework).toEqual({ guideId: 'heard', by: 'ada', since: NOON });
    givenSpace(...active, suggested)
      .when(suggest)
      .records();
    for (const who of ['robin', 'kim', 'ada']) {
      givenSpace(...active, suggested)
        .when({ type: 'SetHomework', guideId: null, by: who })
        .records(happened({ type: 'HomeworkSet', guideId: null, by: who }));
    }
    givenSpace(...active)
      .when({ type: 'SetHomework', guideId: null, by })
      .records();
  });
});
