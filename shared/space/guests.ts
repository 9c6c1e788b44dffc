import { refuse } from '../kernel/decider.ts';
import { usable } from './invitations.ts';
import { isBlank, named, namedAt, type Of, record, type SpaceOutcome } from './outcome.ts';
import { guestOf, isOpen, memberOf, type SpaceState } from './state.ts';

/** ME1. Somebody asks to be a guest; nothing of the space reaches them yet. Whoever left or was declined may ask anew. */
export function proposeGuest(space: SpaceState, command: Of<'ProposeGuest'>, now: number): SpaceOutcome {
  const { inviteId, memberId, role, memberName, secrets } = command;
  const invite = usable(space, inviteId, 'link', now);
  if ('refused' in invite) return invite;
  if (invite.role !== role) return refuse('no-such-invite');
  const before = guestOf(space, memberId);
  if (before && isOpen(before)) return refuse('already-a-member');
  if (isBlank(memberName)) return refuse('name-missing');
  if (role === 'facilitator' && !secrets) return refuse('secrets-missing');
  const said = role === 'facilitator' && secrets ? { secrets } : {};
  return [
    record({ type: 'GuestProposed', memberId, role, ...said, inviteId }, named(memberName)),
    record({ type: 'InviteUsed', inviteId, memberId }),
  ];
}

/** ME1, ME3. With the second partner's word a guest becomes a member, or one who was frozen is again, in the same record. */
export function confirmGuest(space: SpaceState, { memberId, by }: Of<'ConfirmGuest'>): SpaceOutcome {
  const guest = guestOf(space, memberId);
  const partner = memberOf(space, by);
  if (!guest || partner?.role !== 'partner') return refuse('no-such-guest');
  const { role, standing, confirmedBy, nameSeq } = guest;
  if (standing === 'active') return [];
  if (!isOpen(guest)) return refuse('guest-settled');
  if (confirmedBy.includes(partner.seat)) return [];
  const confirmed = record({ type: 'GuestConfirmed', memberId, by });
  if (confirmedBy.length === 0) return [confirmed];
  return standing === 'frozen'
    ? [confirmed, record({ type: 'MemberThawed', memberId })]
    : [confirmed, record({ type: 'MemberJoined', memberId, role }, namedAt(nameSeq))];
}

export function declineGuest(space: SpaceState, { memberId, by }: Of<'DeclineGuest'>): SpaceOutcome {
  const guest = guestOf(space, memberId);
  if (!guest) return refuse('no-such-guest');
  if (guest.standing === 'declined') return [];
  return guest.standing === 'waiting' ? [record({ type: 'GuestDeclined', memberId, by })] : refuse('guest-settled');
}

/** ME3. One partner is enough, at once. */
export function freezeMember(space: SpaceState, { memberId, by }: Of<'FreezeMember'>): SpaceOutcome {
  const guest = guestOf(space, memberId);
  if (!guest) return refuse('no-such-guest');
  if (guest.standing === 'frozen') return [];
  return guest.standing === 'active' ? [record({ type: 'MemberFrozen', memberId, by })] : refuse('guest-settled');
}

/** ME3. For good, by either partner or by the guest; whoever only waits is let go the same way. */
export function endMembership(space: SpaceState, { memberId, by }: Of<'EndMembership'>): SpaceOutcome {
  if (memberId !== by && memberOf(space, by)?.role !== 'partner') return refuse('not-yours-to-change');
  const guest = guestOf(space, memberId);
  if (!guest || memberOf(space, memberId)?.role === 'partner') return refuse('no-such-guest');
  return isOpen(guest) ? [record({ type: 'MemberLeft', memberId, by })] : [];
}
