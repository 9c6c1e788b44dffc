import type { Recorded } from '../kernel/event.ts';
import type { SpaceEvent } from './events.ts';
import type { SpaceState } from './state.ts';

const change = <Item, Key extends keyof Item>(
  items: Item[],
  key: Key,
  value: Item[Key],
  with_: Partial<Item>,
): Item[] => items.map((item) => (item[key] === value ? { ...item, ...with_ } : item));

/** Folds one event of the `space` stream. Total: an event it does not know leaves the state as it is. */
export function evolveSpace(state: SpaceState, { event, seq, at }: Recorded<SpaceEvent>): SpaceState {
  switch (event.type) {
    case 'SpaceCreated':
      return { ...state, spaceId: event.spaceId, practice: event.practice };
    case 'MemberJoined': {
      const { memberId, role, seat } = event;
      const member = { memberId, role, seat, practice: event.practice ?? null, nameSeq: seq };
      return { ...state, members: [...state.members, member] };
    }
    case 'InviteMade': {
      const { inviteId, seat, by, via, expiresAt } = event;
      return { ...state, invites: [...state.invites, { inviteId, seat, by, via, expiresAt, status: 'open' }] };
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
      const listed = { conversationId, guideId, openedBy, openedAt: at, closed: null };
      return { ...state, conversations: [...state.conversations, listed] };
    }
    case 'ConversationClosed': {
      const { conversationId, reason, kept } = event;
      const closed = { reason, kept, at };
      return { ...state, conversations: change(state.conversations, 'conversationId', conversationId, { closed }) };
    }
    default:
      return state;
  }
}
