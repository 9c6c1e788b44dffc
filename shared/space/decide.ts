import type { SpaceNotice } from '../conversation/events.ts';
import { type Decision, refuse } from '../kernel/decider.ts';
import type { Drafted, Words } from '../kernel/event.ts';
import { otherSeat } from '../kernel/stream.ts';
import type { SpaceCommand } from './commands.ts';
import type { SpaceEvent } from './events.ts';
import type { SpaceRefusal } from './refusals.ts';
import { type Invite, memberOf, openConversation, type SpaceState } from './state.ts';

type Outcome = Decision<SpaceEvent, SpaceRefusal>;

const record = (event: SpaceEvent, words?: Words): Drafted<SpaceEvent> => ({
  to: 'space',
  event,
  ...(words && { words }),
});
const named = (name: string): Words => ({ text: { name } });

/** Decides what a command does to a space. `now` in ms. Who may ask is settled here, by `by`: a member of this space. */
export function decideSpace(space: SpaceState, command: SpaceCommand, now: number): Outcome {
  switch (command.type) {
    case 'CreateSpace':
      return createSpace(command);
    case 'MakeInvite':
      return makeInvite(space, command);
    case 'RevokeInvite':
      return revokeInvite(space, command);
    case 'AcceptInvite':
      return acceptInvite(space, command, now);
    case 'RequestEntry':
      return requestEntry(space, command, now);
    case 'AdmitEntry':
      return admitEntry(space, command);
    case 'DeclineEntry':
      return declineEntry(space, command);
    case 'ListConversation':
      return listConversation(space, command);
  }
}

type Of<Type extends SpaceCommand['type']> = Extract<SpaceCommand, { type: Type }>;

function createSpace({ spaceId, memberId, spaceName, memberName, practice }: Of<'CreateSpace'>): Outcome {
  if (!spaceName.trim() || !memberName.trim()) return refuse('name-missing');
  return [
    record({ type: 'SpaceCreated', spaceId, practice }, named(spaceName.trim())),
    record({ type: 'MemberJoined', memberId, role: 'partner', seat: 'a' }, named(memberName.trim())),
  ];
}

function makeInvite(space: SpaceState, { inviteId, by, via, expiresAt }: Of<'MakeInvite'>): Outcome {
  const inviter = memberOf(space, by);
  if (!inviter) return refuse('not-a-member');
  const seat = otherSeat(inviter.seat);
  if (taken(space, seat)) return refuse('room-is-full');
  return [record({ type: 'InviteMade', inviteId, role: 'partner', seat, by, via, expiresAt })];
}

function revokeInvite(space: SpaceState, { inviteId, by }: Of<'RevokeInvite'>): Outcome {
  if (!memberOf(space, by)) return refuse('not-a-member');
  const invite = space.invites.find((candidate) => candidate.inviteId === inviteId);
  if (!invite) return refuse('no-such-invite');
  if (invite.status === 'used') return refuse('invite-used');
  return invite.status === 'revoked' ? [] : [record({ type: 'InviteRevoked', inviteId, by })];
}

/** SP2. A link brings its bearer in, once, in time, unless it was revoked. */
function acceptInvite(space: SpaceState, command: Of<'AcceptInvite'>, now: number): Outcome {
  const { inviteId, memberId, memberName } = command;
  const invite = usable(space, inviteId, 'link', now);
  if ('refused' in invite) return invite;
  if (memberOf(space, memberId)) return refuse('already-a-member');
  if (!memberName.trim()) return refuse('name-missing');
  return [
    record(
      {
        type: 'MemberJoined',
        memberId,
        role: 'partner',
        seat: invite.seat,
        ...(command.practice && { practice: command.practice }),
      },
      named(memberName.trim()),
    ),
    record({ type: 'InviteUsed', inviteId, memberId }),
  ];
}

/** SP3. A spoken code brings nobody in: it asks, and a member answers by name. */
function requestEntry(
  space: SpaceState,
  { inviteId, requestId, memberId, name }: Of<'RequestEntry'>,
  now: number,
): Outcome {
  const invite = usable(space, inviteId, 'code', now);
  if ('refused' in invite) return invite;
  if (memberOf(space, memberId)) return refuse('already-a-member');
  if (!name.trim()) return refuse('name-missing');
  return [record({ type: 'EntryRequested', requestId, inviteId, memberId }, named(name.trim()))];
}

function admitEntry(space: SpaceState, { requestId, by }: Of<'AdmitEntry'>): Outcome {
  if (!memberOf(space, by)) return refuse('not-a-member');
  const request = space.requests.find((candidate) => candidate.requestId === requestId);
  if (!request) return refuse('no-such-request');
  if (request.status !== 'waiting') return refuse('request-settled');
  const invite = space.invites.find((candidate) => candidate.inviteId === request.inviteId);
  if (!invite) return refuse('no-such-invite');
  if (invite.status === 'revoked') return refuse('invite-revoked');
  if (taken(space, invite.seat)) return refuse('room-is-full');
  return [
    {
      to: 'space',
      event: { type: 'MemberJoined', memberId: request.memberId, role: 'partner', seat: invite.seat },
      words: { copyOf: { kind: 'space', seq: request.nameSeq } },
    },
    record({ type: 'InviteUsed', inviteId: invite.inviteId, memberId: request.memberId, requestId }),
  ];
}

function declineEntry(space: SpaceState, { requestId, by }: Of<'DeclineEntry'>): Outcome {
  if (!memberOf(space, by)) return refuse('not-a-member');
  const request = space.requests.find((candidate) => candidate.requestId === requestId);
  if (!request) return refuse('no-such-request');
  if (request.status === 'admitted') return refuse('request-settled');
  return request.status === 'declined' ? [] : [record({ type: 'EntryDeclined', requestId, by })];
}

/** SP5. One conversation at a time, and only once both partners are members. */
function listConversation(space: SpaceState, { conversationId, guideId, by }: Of<'ListConversation'>): Outcome {
  const opener = memberOf(space, by);
  if (!opener) return refuse('not-a-member');
  if (!taken(space, 'a') || !taken(space, 'b')) return refuse('partner-missing');
  if (openConversation(space)) return refuse('one-at-a-time');
  return [record({ type: 'ConversationListed', conversationId, guideId, openedBy: opener.seat } satisfies SpaceNotice)];
}

const taken = (space: SpaceState, seat: 'a' | 'b'): boolean =>
  space.members.some((member) => member.role === 'partner' && member.seat === seat);

/** SP4. An invite opens its door only while it is open, in time and its seat is free. */
function usable(
  space: SpaceState,
  inviteId: string,
  via: Invite['via'],
  now: number,
): Invite | { refused: SpaceRefusal } {
  const invite = space.invites.find((candidate) => candidate.inviteId === inviteId && candidate.via === via);
  if (!invite) return refuse('no-such-invite');
  if (invite.status === 'revoked') return refuse('invite-revoked');
  if (invite.status === 'used') return refuse('invite-used');
  if (now >= invite.expiresAt) return refuse('invite-expired');
  if (taken(space, invite.seat)) return refuse('room-is-full');
  return invite;
}
