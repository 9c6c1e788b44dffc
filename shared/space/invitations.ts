import { type Refused, refuse } from '../kernel/decider.ts';
import { isBlank, named, type Of, record, type SpaceOutcome } from './outcome.ts';
import type { SpaceRefusal } from './refusals.ts';
import { SPACE_RIGHTS, standingIn } from './rights.ts';
import { guestsAs, type Invite, invitedAs, isOrWasGuest, MOST_GUESTS, partnerIn, type SpaceState } from './state.ts';

/**
 * A partner invites the other one, or a guest; a facilitator a guest; whoever founded the space the couple (ME7). A spoken code is
 * for a partner alone: whoever comes with one is let in by somebody who knows the voice.
 */
export function makeInvite(space: SpaceState, { inviteId, by, via, expiresAt, as }: Of<'MakeInvite'>): SpaceOutcome {
  const standing = standingIn(space, by);
  const forPartner = as.role === 'partner';
  if (via === 'code' && !(forPartner && standing === 'partner')) return refuse('not-yours-to-change');
  if (!forPartner && standing === 'founder') return refuse('not-yours-to-change');
  if (isFull(space, as)) return refuse('room-is-full');
  return [record({ type: 'InviteMade', inviteId, by, via, expiresAt, ...as })];
}

/** A partner revokes any invitation, whoever else may invite only their own. */
export function revokeInvite(space: SpaceState, { inviteId, by }: Of<'RevokeInvite'>): SpaceOutcome {
  const invite = space.invites.find((candidate) => candidate.inviteId === inviteId);
  if (!invite) return refuse('no-such-invite');
  if (invite.by !== by && standingIn(space, by) !== 'partner') return refuse('not-yours-to-change');
  if (invite.status === 'used') return refuse('invite-used');
  return invite.status === 'revoked' ? [] : [record({ type: 'InviteRevoked', inviteId, by })];
}

/** SP2. A link brings its bearer in, once, in time, unless it was revoked. */
export function acceptInvite(space: SpaceState, command: Of<'AcceptInvite'>, now: number): SpaceOutcome {
  const { inviteId, memberId, memberName, practice } = command;
  const invite = usable(space, inviteId, 'link', now);
  if ('refused' in invite) return invite;
  if (invite.role !== 'partner') return refuse('no-such-invite');
  if (isOrWasGuest(space, memberId)) return refuse('already-a-member'); // ME4
  if (isBlank(memberName)) return refuse('name-missing');
  const joined = { type: 'MemberJoined', memberId, role: 'partner', seat: invite.seat } as const;
  return [
    record({ ...joined, ...(practice && { practice }) }, named(memberName)),
    record({ type: 'InviteUsed', inviteId, memberId }),
  ];
}

/** The invitation that this id names, where it still opens its door; otherwise why not. */
export function usable(
  space: SpaceState,
  inviteId: string,
  via: Invite['via'],
  now: number,
): Invite | Refused<SpaceRefusal> {
  const invite = space.invites.find((candidate) => candidate.inviteId === inviteId && candidate.via === via);
  if (!invite) return refuse('no-such-invite');
  const why = whyClosed(space, invite, now);
  return why ? refuse(why) : invite;
}

/** SP2, SP4. Why an invitation opens no door now; undefined while it does. It stands while whoever made it may invite (ME2). */
export function whyClosed(space: SpaceState, invite: Invite, now: number): SpaceRefusal | undefined {
  const stands = SPACE_RIGHTS.MakeInvite.includes(standingIn(space, invite.by));
  if (invite.status === 'used') return 'invite-used';
  if (invite.status === 'revoked' || !stands) return 'invite-revoked';
  if (now >= invite.expiresAt) return 'invite-expired';
  return isFull(space, invitedAs(invite)) ? 'room-is-full' : undefined;
}

const isFull = (space: SpaceState, as: ReturnType<typeof invitedAs>): boolean =>
  as.role === 'partner' ? partnerIn(space, as.seat) !== undefined : guestsAs(space, as.role).length >= MOST_GUESTS;
