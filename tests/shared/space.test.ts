import type { Drafted } from '@turnward/shared/kernel/event.ts';
import { otherSeat, SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import type { SpaceEvent } from '@turnward/shared/space/events.ts';
import { memberOf } from '@turnward/shared/space/state.ts';
import { describe, expect, it } from 'vitest';
import { givenSpace, spaceOf } from '../kit/decider.ts';
import { NOON } from '../kit/spec-talk.ts';

const DAY = 24 * 3_600_000;
const event = (event: SpaceEvent, name?: string): Drafted<SpaceEvent> => ({
  to: 'space',
  event,
  ...(name !== undefined && { words: { text: { name } } }),
});

const created = event({ type: 'SpaceCreated', spaceId: 's1', practice: false }, 'Our room');
const joined = (memberId: string, seat: Seat) =>
  event({ type: 'MemberJoined', memberId, role: 'partner', seat }, memberId);
const invited = (via: 'link' | 'code', inviteId = 'i1') =>
  event({ type: 'InviteMade', inviteId, role: 'partner', seat: 'b', by: 'robin', via, expiresAt: NOON + DAY });
const revoked = event({ type: 'InviteRevoked', inviteId: 'i1', by: 'robin' });
const used = event({ type: 'InviteUsed', inviteId: 'i1', memberId: 'kim' });
const requested = (requestId = 'r1', memberId = 'kim') =>
  event({ type: 'EntryRequested', requestId, inviteId: 'i1', memberId }, 'Kim');
const declined = event({ type: 'EntryDeclined', requestId: 'r1', by: 'robin' });

const alone = [created, joined('robin', 'a')];
const couple = [...alone, joined('kim', 'b')];

const accept = { type: 'AcceptInvite', inviteId: 'i1', memberId: 'kim', memberName: 'Kim' } as const;
const askToEnter = { type: 'RequestEntry', inviteId: 'i1', requestId: 'r1', memberId: 'kim', name: 'Kim' } as const;
const admit = { type: 'AdmitEntry', requestId: 'r1', by: 'robin' } as const;
const decline = { type: 'DeclineEntry', requestId: 'r1', by: 'robin' } as const;
const listed = { type: 'ListConversation', conversationId: 'c2', guideId: 'heard', by: 'kim' } as const;

describe('a space', () => {
  it('SP1 uses an invitation up by joining only: asking with it, and being declined, leave it open', () => {
    const space = spaceOf(...alone, invited('code'), requested(), declined);
    expect(space.invites).toMatchObject([{ inviteId: 'i1', status: 'open' }]);
    givenSpace(...alone, invited('code'), requested(), declined)
      .when({ ...askToEnter, requestId: 'r2' })
      .records(requested('r2'));
    expect(spaceOf(...alone, invited('link'), joined('kim', 'b'), used).invites[0]?.status).toBe('used');
  });

  it('SP2 brings one person in by link, to the free seat', () => {
    givenSpace(...alone, invited('link'))
      .when(accept)
      .records(
        event({ type: 'MemberJoined', memberId: 'kim', role: 'partner', seat: 'b' }, 'Kim'),
        event({ type: 'InviteUsed', inviteId: 'i1', memberId: 'kim' }),
      );
  });

  it('SP2 brings nobody in a second time, too late, or by an invitation that was revoked or never was', () => {
    givenSpace(...couple, invited('link'), used)
      .when({ ...accept, memberId: 'eve' })
      .refuses('invite-used');
    givenSpace(...alone, invited('link'))
      .when(accept, NOON + DAY)
      .refuses('invite-expired');
    expect(spaceOf(...alone, invited('link')).invites[0]?.expiresAt).toBe(NOON + DAY);
    givenSpace(...alone, invited('link'), revoked)
      .when(accept)
      .refuses('invite-revoked');
    givenSpace(...alone)
      .when(accept)
      .refuses('no-such-invite');
  });

  it('SP2 takes the last moment in time, and a name that is one', () => {
    givenSpace(...alone, invited('link'))
      .when({ ...accept, memberName: ' Kim ' }, NOON + DAY - 1)
      .records(
        event({ type: 'MemberJoined', memberId: 'kim', role: 'partner', seat: 'b' }, 'Kim'),
        event({ type: 'InviteUsed', inviteId: 'i1', memberId: 'kim' }),
      );
    givenSpace(...alone, invited('link'))
      .when({ ...accept, memberName: '  ' })
      .refuses('name-missing');
    givenSpace(...alone, invited('link'))
      .when({ ...accept, memberId: 'robin' })
      .refuses('already-a-member');
  });

  it('SP2 lets a member revoke, and nobody else', () => {
    const revoke = { type: 'RevokeInvite', inviteId: 'i1', by: 'robin' } as const;
    givenSpace(...alone, invited('link'))
      .when(revoke)
      .records(revoked);
    givenSpace(...alone, invited('link'), revoked)
      .when(revoke)
      .records();
    givenSpace(...alone, invited('link'))
      .when({ ...revoke, by: 'eve' })
      .refuses('not-a-member');
    givenSpace(...alone)
      .when(revoke)
      .refuses('no-such-invite');
    givenSpace(...couple, invited('link'), used)
      .when(revoke)
      .refuses('invite-used');
  });

  it('SP3 lets a spoken code ask, and bring nobody in by itself', () => {
    givenSpace(...alone, invited('code'))
      .when(accept)
      .refuses('no-such-invite');
    givenSpace(...alone, invited('code'))
      .when(askToEnter)
      .records(requested());
    expect(memberOf(spaceOf(...alone, invited('code'), requested()), 'kim')).toBeUndefined();
    givenSpace(...alone, invited('link'))
      .when(askToEnter)
      .refuses('no-such-invite');
    givenSpace(...alone, invited('code'))
      .when({ ...askToEnter, name: ' ' })
      .refuses('name-missing');
    givenSpace(...alone, invited('code'))
      .when({ ...askToEnter, memberId: 'robin' })
      .refuses('already-a-member');
    givenSpace(...alone, invited('code'), revoked)
      .when(askToEnter)
      .refuses('invite-revoked');
    givenSpace(...alone, invited('code'))
      .when(askToEnter, NOON + DAY)
      .refuses('invite-expired');
  });

  it('SP3 admits by a member, under the name that was given', () => {
    givenSpace(...alone, invited('code'), requested())
      .when(admit)
      .records(
        {
          to: 'space',
          event: { type: 'MemberJoined', memberId: 'kim', role: 'partner', seat: 'b' },
          words: { copyOf: { kind: 'space', seq: 4 } },
        },
        event({ type: 'InviteUsed', inviteId: 'i1', memberId: 'kim', requestId: 'r1' }),
      );
    givenSpace(...alone, invited('code'), requested())
      .when({ ...admit, by: 'kim' })
      .refuses('not-a-member');
    givenSpace(...alone, invited('code'), requested())
      .when({ ...admit, requestId: 'r2' })
      .refuses('no-such-request');
    givenSpace(...alone, invited('code'), requested(), revoked)
      .when(admit)
      .refuses('invite-revoked');
    givenSpace(...alone, requested())
      .when(admit)
      .refuses('no-such-invite');
  });

  it('SP3 declines by a member, and a settled request stays settled', () => {
    const waiting = [...alone, invited('code'), requested()];
    givenSpace(...waiting)
      .when(decline)
      .records(declined);
    givenSpace(...waiting)
      .when({ ...decline, by: 'kim' })
      .refuses('not-a-member');
    givenSpace(...waiting)
      .when({ ...decline, requestId: 'r2' })
      .refuses('no-such-request');
    givenSpace(...waiting, declined)
      .when(decline)
      .records();
    givenSpace(...waiting, declined)
      .when(admit)
      .refuses('request-settled');
    const admitted = event({ type: 'InviteUsed', inviteId: 'i1', memberId: 'kim', requestId: 'r1' });
    givenSpace(...waiting, joined('kim', 'b'), admitted)
      .when(decline)
      .refuses('request-settled');
    givenSpace(...waiting, joined('kim', 'b'), admitted)
      .when(admit)
      .refuses('request-settled');
  });

  it('SP4 opens no door to a seat that is taken', () => {
    givenSpace(...couple, invited('link'))
      .when({ ...accept, memberId: 'eve' })
      .refuses('room-is-full');
    givenSpace(...couple, invited('code'))
      .when({ ...askToEnter, memberId: 'eve' })
      .refuses('room-is-full');
    givenSpace(...couple, invited('code'), requested('r1', 'eve'))
      .when(admit)
      .refuses('room-is-full');
  });

  it('SP4 invites to the other seat, while it is free, by a member', () => {
    const to = (seat: Seat): Extract<SpaceCommand, { type: 'MakeInvite' }> => ({
      type: 'MakeInvite',
      inviteId: 'i1',
      by: 'robin',
      via: 'link',
      expiresAt: NOON + DAY,
      as: { role: 'partner', seat },
    });
    const invite = to('b');
    givenSpace(...alone)
      .when(invite)
      .records(invited('link'));
    givenSpace(...couple)
      .when(invite)
      .refuses('room-is-full');
    givenSpace(...alone)
      .when({ ...invite, by: 'eve' })
      .refuses('not-a-member');
    for (const seat of SEATS) {
      givenSpace(created, joined('robin', seat))
        .when(to(otherSeat(seat)))
        .records(
          event({
            type: 'InviteMade',
            inviteId: 'i1',
            role: 'partner',
            seat: otherSeat(seat),
            by: 'robin',
            via: 'link',
            expiresAt: NOON + DAY,
          }),
        );
    }
  });

  it('SP5 opens a conversation only once both partners are members, by one of them', () => {
    givenSpace(...alone)
      .when({ ...listed, by: 'robin' })
      .refuses('partner-missing');
    givenSpace(...couple)
      .when({ ...listed, by: 'eve' })
      .refuses('not-a-member');
    givenSpace(...couple)
      .when(listed)
      .records(event({ type: 'ConversationListed', conversationId: 'c2', guideId: 'heard', openedBy: 'b' }));
  });

  it('SP5 has one conversation at a time, the next once the last is closed', () => {
    const open = [
      ...couple,
      event({ type: 'ConversationListed', conversationId: 'c1', guideId: 'heard', openedBy: 'a' }),
    ];
    givenSpace(...open)
      .when(listed)
      .refuses('one-at-a-time');
    const closed = (conversationId: string) =>
      event({ type: 'ConversationClosed', conversationId, reason: 'completed', kept: true });
    givenSpace(...open, closed('c0'))
      .when(listed)
      .refuses('one-at-a-time');
    expect(spaceOf(...open, closed('c1')).conversations[0]?.closed).toEqual({
      reason: 'completed',
      kept: true,
      at: NOON,
    });
    givenSpace(...open, closed('c1'))
      .when(listed)
      .records(event({ type: 'ConversationListed', conversationId: 'c2', guideId: 'heard', openedBy: 'b' }));
  });

  it('SP6 knows a person by one member id: none joins twice', () => {
    expect(memberOf(spaceOf(...couple), 'kim')).toMatchObject({ seat: 'b', practice: null, nameSeq: 3 });
    givenSpace(...alone, invited('link'))
      .when({ ...accept, memberId: 'robin' })
      .refuses('already-a-member');
    givenSpace(...alone, invited('code'))
      .when({ ...askToEnter, memberId: 'robin' })
      .refuses('already-a-member');
  });

  it('begins with a name for the space and for who began it', () => {
    const create = {
      type: 'CreateSpace',
      spaceId: 's1',
      memberId: 'robin',
      spaceName: ' Our room ',
      memberName: 'robin',
      practice: false,
    } as const;
    givenSpace().when(create).records(created, joined('robin', 'a'));
    givenSpace()
      .when({ ...create, spaceName: ' ' })
      .refuses('name-missing');
    givenSpace()
      .when({ ...create, memberName: '' })
      .refuses('name-missing');
  });
});
