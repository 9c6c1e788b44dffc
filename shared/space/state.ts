import type { EndReason } from '../conversation/events.ts';
import type { GuestRole, Seat } from '../kernel/stream.ts';
import type { Consent, InvitedAs, Language, SecretsPolicy } from './events.ts';

/**
 * Who belongs to the space now: both partners for good, a guest while their membership is on. Whoever is not here reads and
 * does nothing (ME2). `nameSeq`: the event in `space` whose words hold this member's name.
 */
export type Member = PartnerMember | GuestMember;
export type PartnerMember = {
  memberId: string;
  role: 'partner';
  seat: Seat;
  practice: Language | null;
  nameSeq: number;
};
export type GuestMember = { memberId: string; role: GuestRole; practice: null; nameSeq: number };

/**
 * A guest, from their asking to the end. `waiting` and `frozen` wait for both partners: `confirmedBy`. `joinedAt` in ms, null
 * until they were a member for the first time.
 */
export type Guest = {
  memberId: string;
  role: GuestRole;
  standing: 'waiting' | 'active' | 'frozen' | 'declined' | 'ended';
  confirmedBy: Seat[];
  secrets: SecretsPolicy | null;
  joinedAt: number | null;
  nameSeq: number;
};

export type Invite = InvitedAs & {
  inviteId: string;
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
  /** A partner's seat, or a facilitator's member id. */
  openedBy: string;
  openedAt: number;
  closed: { reason: EndReason; kept: boolean; at: number } | null;
  /** ER5. Announced: it ends no earlier than this, in ms. */
  announced: number | null;
  /** When its words were destroyed because its time was over, in ms. */
  expired: number | null;
};

/** Consent to one thing, as a partner gave it. `about`: the one talk it is for, null for the whole space. Times in ms. */
export type Given = {
  what: Consent;
  version: number;
  by: string;
  about: string | null;
  at: number;
  expiresAt: number | null;
};

export type SpaceState = {
  spaceId: string;
  practice: boolean;
  /** The facilitator who opened the space for a couple: a member id. */
  founder: string | null;
  guests: Guest[];
  meeting: { at: number; by: string } | null;
  homework: { guideId: string; by: string; since: number } | null;
  members: Member[];
  invites: Invite[];
  requests: EntryRequest[];
  conversations: ListedConversation[];
  /** What partners consented to, each the last of its kind. Whether it still holds: `consentOf`. */
  consents: Given[];
  /** CO4. Who took back that the other reads kept talks alone: member ids. */
  togetherOnly: string[];
  /** What each wishes for how long kept talks stay, in days, by member id; who has said nothing wishes `DEFAULT_RETENTION`. */
  retention: Record<string, number>;
  /** ER6. Partners who have left. While there is one, nothing new begins here. */
  left: (PartnerMember & { at: number })[];
  /** ER7. Who had all of their words destroyed, and when last, in ms. */
  erased: Record<string, number>;
  /** ER8. Who announced when that this space is to be deleted at `at`. */
  deletions: { by: string; at: number }[];
  deleted: boolean;
};

export const initialSpace: SpaceState = {
  spaceId: '',
  practice: false,
  founder: null,
  guests: [],
  meeting: null,
  homework: null,
  members: [],
  invites: [],
  requests: [],
  conversations: [],
  consents: [],
  togetherOnly: [],
  retention: {},
  left: [],
  erased: {},
  deletions: [],
  deleted: false,
};

export const memberOf = (space: SpaceState, memberId: string): Member | undefined =>
  space.members.find((member) => member.memberId === memberId);

/** The partner in this seat, if somebody is. */
export const partnerIn = (space: SpaceState, seat: Seat): PartnerMember | undefined =>
  space.members.find((member): member is PartnerMember => member.role === 'partner' && member.seat === seat);

/** The member ids of the facilitators that the space has now. */
export const facilitatorsOf = ({ members }: SpaceState): string[] =>
  members.flatMap(({ memberId, role }) => (role === 'facilitator' ? [memberId] : []));

/** Guests of one role that a space has at most, those who wait or are frozen among them. */
export const MOST_GUESTS = 2;

/** Whether there is something to decide about this guest: they wait, belong or are frozen. */
export const isOpen = ({ standing }: Guest): boolean => standing !== 'declined' && standing !== 'ended';

export const guestsAs = ({ guests }: SpaceState, role: GuestRole): Guest[] =>
  guests.filter((guest) => guest.role === role && isOpen(guest));

/** ME4. Whoever is, was or asks to be a guest, or opened the space as one, never sits in a partner's seat. */
export const isOrWasGuest = ({ guests, founder }: SpaceState, memberId: string): boolean =>
  founder === memberId ||
  guests.some((guest) => guest.memberId === memberId && (isOpen(guest) || guest.joinedAt !== null));

/** Whom an invitation is for. */
export const invitedAs = (invite: InvitedAs): InvitedAs =>
  invite.role === 'partner' ? { role: invite.role, seat: invite.seat } : { role: invite.role };

/** Where this person stands as a guest: their last asking. */
export const guestOf = (space: SpaceState, memberId: string): Guest | undefined =>
  space.guests.findLast((guest) => guest.memberId === memberId);

/** Whether this talk was kept and its words are there still. */
export const isReadable = ({ conversations }: SpaceState, conversationId: string): boolean =>
  conversations.some((talk) => talk.conversationId === conversationId && talk.closed?.kept && talk.expired === null);

export const openConversation = (space: SpaceState): ListedConversation | undefined =>
  space.conversations.find((conversation) => conversation.closed === null);
