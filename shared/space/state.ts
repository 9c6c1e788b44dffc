import type { EndReason } from '../conversation/events.ts';
import type { Role, Seat } from '../kernel/stream.ts';
import type { Language } from './events.ts';

/** `nameSeq`: the event in `space` whose words hold this member's name. */
export type Member = { memberId: string; role: Role; seat: Seat; practice: Language | null; nameSeq: number };

export type Invite = {
  inviteId: string;
  seat: Seat;
  by: string;
  via: 'link' | 'code';
  expiresAt: number;
  status: 'open' | 'used' | 'revoked';
};

export type EntryRequest = {
  requestId: string;
  inviteId: string;
  memberId: string;
  status: 'waiting' | 'admitted' | 'declined';
  nameSeq: number;
};

export type ListedConversation = {
  conversationId: string;
  guideId: string;
  openedBy: Seat;
  openedAt: number;
  closed: { reason: EndReason; kept: boolean; at: number } | null;
};

export type SpaceState = {
  spaceId: string;
  practice: boolean;
  members: Member[];
  invites: Invite[];
  requests: EntryRequest[];
  conversations: ListedConversation[];
};

export const initialSpace: SpaceState = {
  spaceId: '',
  practice: false,
  members: [],
  invites: [],
  requests: [],
  conversations: [],
};

export const memberOf = (space: SpaceState, memberId: string): Member | undefined =>
  space.members.find((member) => member.memberId === memberId);

export const openConversation = (space: SpaceState): ListedConversation | undefined =>
  space.conversations.find((conversation) => conversation.closed === null);
