import type { Recorded } from '../kernel/event.ts';
import type { SpaceEvent } from './events.ts';
import { evolveConsents } from './evolve-consents.ts';
import { confirmed, guestJoined, proposed, putOut, thawed } from './evolve-guests.ts';
import { invitedAs, type PartnerMember, type SpaceState } from './state.ts';

const change = <Item, Key extends keyof Item>(
  items: Item[],
  key: Key,
  value: Item[Key],
  with_: Partial<Item>,
): Item[] => items.map((item) => (item[key] === value ? { ...item, ...with_ } : item));

/** Folds one event of the `space` stream. Total: an event it does not know leaves the state as it is. */
export function evolveSpace(state: SpaceState, recorded: Recorded<SpaceEvent>): SpaceState {
  const { event, seq, at } = recorded;
  switch (event.type) {
    case 'SpaceCreated':
      return { ...state, spaceId: event.spaceId, practice: event.practice, founder: event.founder ?? null };
    case 'MemberJoined': {
      if (event.role !== 'partner') return guestJoined(state, { ...recorded, event });
      const { memberId, role, seat, practice = null } = event;
      const member: PartnerMember = { memberId, role, seat, practice, nameSeq: seq };
      return { ...state, members: [...state.members, member] };
    }
    case 'GuestProposed':
      return proposed(state, event, seq);
    case 'GuestConfirmed':
      return confirmed(state, event.memberId, event.by);
    case 'GuestDeclined':
      return putOut(state, event.memberId, 'declined');
    case 'MemberFrozen':
      return putOut(state, event.memberId, 'frozen');
    case 'MemberThawed':
      return thawed(state, event.memberId);
    case 'MemberLeft':
      return putOut(state, event.memberId, 'ended');
    case 'MeetingSet':
      return { ...state, meeting: event.at === null ? null : { at: event.at, by: event.by } };
    case 'HomeworkSet': {
      const { guideId, by } = event;
      return { ...state, homework: guideId === null ? null : { guideId, by, since: at } };
    }
    case 'InviteMade': {
      const { inviteId, by, via, expiresAt } = event;
      const invite = { ...invitedAs(event), inviteId, by, via, expiresAt, status: 'open' as const };
      return { ...state, invites: [...state.invites, invite] };
    }
    case 'InviteRevoked':
      return { ...state, invites: change(state.invites, 'inviteId', event.inviteId, { status: 'revoked' }) };
    case 'InviteUsed':
      return {
        ...state,
        invites: change(state.invites, 'inviteId', event.inviteId, { status: 'used' }),
        requests: event.requestId
          ? change(state.requests, 'requestId', event.requestId, { status: 'admitted' })
          : state.requests,
      };
    case 'EntryRequested': {
      const { requestId, inviteId, memberId } = event;
      const request = { requestId, inviteId, memberId, status: 'waiting' as const, nameSeq: seq };
      return { ...state, requests: [...state.requests, request] };
    }
    case 'EntryDeclined':
      return { ...state, requests: change(state.requests, 'requestId', event.requestId, { status: 'declined' }) };
    case 'ConversationListed': {
      const { conversationId, guideId, openedBy } = event;
      const listed = { conversationId, guideId, openedBy, openedAt: at, closed: null, announced: null, expired: null };
      return { ...state, conversations: [...state.conversations, listed] };
    }
    case 'ConversationClosed': {
      const { conversationId, reason, kept } = event;
      const closed = { reason, kept, at };
      return { ...state, conversations: change(state.conversations, 'conversationId', conversationId, { closed }) };
    }
    default:
      return evolveConsents(state, { ...recorded, event });
  }
}
