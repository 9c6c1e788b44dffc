import { refuse } from '../kernel/decider.ts';
import { usable } from './invitations.ts';
import { isBlank, named, namedAt, type Of, record, type SpaceOutcome } from './outcome.ts';
import { isOrWasGuest, partnerIn, type SpaceState } from './state.ts';

/** SP3. A spoken code brings nobody in: it asks, and a member answers by name. */
export function requestEntry(space: SpaceState, command: Of<'RequestEntry'>, now: number): SpaceOutcome {
  const { inviteId, requestId, memberId, name } = command;
  const invite = usable(space, inviteId, 'code', now);
  if ('refused' in invite) return invite;
  if (isOrWasGuest(space, memberId)) return refuse('already-a-member'); // ME4
  if (isBlank(name)) return refuse('name-missing');
  return [record({ type: 'EntryRequested', requestId, inviteId, memberId }, named(name))];
}

export function admitEntry(space: SpaceState, { requestId }: Of<'AdmitEntry'>): SpaceOutcome {
  const request = space.requests.find((candidate) => candidate.requestId === requestId);
  if (!request) return refuse('no-such-request');
  if (request.status !== 'waiting') return refuse('request-settled');
  const { inviteId, memberId, nameSeq } = request;
  const invite = space.invites.find((candidate) => candidate.inviteId === inviteId);
  if (invite?.role !== 'partner') return refuse('no-such-invite');
  if (invite.status === 'revoked') return refuse('invite-revoked');
  if (partnerIn(space, invite.seat)) return refuse('room-is-full');
  // ME4. Between knocking and being let in they may have come in otherwise.
  if (isOrWasGuest(space, memberId)) return refuse('already-a-member');
  return [
    record({ type: 'MemberJoined', memberId, role: 'partner', seat: invite.seat }, namedAt(nameSeq)),
    record({ type: 'InviteUsed', inviteId, memberId, requestId }),
  ];
}

export function declineEntry(space: SpaceState, { requestId, by }: Of<'DeclineEntry'>): SpaceOutcome {
  const request = space.requests.find((candidate) => candidate.requestId === requestId);
  if (!request) return refuse('no-such-request');
  if (request.status === 'admitted') return refuse('request-settled');
  return request.status === 'declined' ? [] : [record({ type: 'EntryDeclined', requestId, by })];
}
