import type { Drafted } from '@turnward/shared/kernel/event.ts';
import { type GuestRole, SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import { CONSENT_LASTS, CONSENT_VERSIONS } from '@turnward/shared/space/consents.ts';
import type { Consent, InvitedAs, SpaceEvent } from '@turnward/shared/space/events.ts';
import { NOON } from './spec-talk.ts';

export const DAY = 24 * 3_600_000;

export const happened = (event: SpaceEvent, name?: string): Drafted<SpaceEvent> => ({
  to: 'space',
  event,
  ...(name !== undefined && { words: { text: { name } } }),
});

/** The partners' member ids by seat; the guests are Ada, who facilitates, and Ulli, who observes. */
export const PARTNER: Record<Seat, string> = { a: 'robin', b: 'kim' };
const SECRETS: Record<GuestRole, { secrets?: 'no-secrets' }> = { facilitator: { secrets: 'no-secrets' }, observer: {} };

export const created = happened({ type: 'SpaceCreated', spaceId: 's1', practice: false }, 'Our room');
export const founded = happened({ type: 'SpaceCreated', spaceId: 's1', practice: false, founder: 'ada' }, 'Our room');
export const partner = (seat: Seat) =>
  happened({ type: 'MemberJoined', memberId: PARTNER[seat], role: 'partner', seat }, PARTNER[seat]);
export const couple = [created, ...SEATS.map(partner)];

export const invited = (as: InvitedAs, by = 'robin', inviteId = 'i1') =>
  happened({ type: 'InviteMade', inviteId, by, via: 'link', expiresAt: NOON + DAY, ...as });
export const usedBy = (memberId: string, inviteId = 'i1') => happened({ type: 'InviteUsed', inviteId, memberId });
export const proposed = (memberId: string, role: GuestRole = 'facilitator', inviteId = 'i1') =>
  happened({ type: 'GuestProposed', memberId, role, ...SECRETS[role], inviteId }, memberId);
/** `ada` opened the space: she waits, and came by no invitation. */
export const foundedBy = (memberId: string) =>
  happened({ type: 'GuestProposed', memberId, role: 'facilitator', ...SECRETS.facilitator }, memberId);
export const confirmed = (memberId: string, seat: Seat) =>
  happened({ type: 'GuestConfirmed', memberId, by: PARTNER[seat] });
export const guestJoined = (memberId: string, role: GuestRole, nameSeq: number): Drafted<SpaceEvent> => ({
  ...happened({ type: 'MemberJoined', memberId, role }),
  words: { copyOf: { kind: 'space', seq: nameSeq } },
});
export const declined = (memberId: string, seat: Seat) =>
  happened({ type: 'GuestDeclined', memberId, by: PARTNER[seat] });
export const frozen = (memberId: string, seat: Seat) => happened({ type: 'MemberFrozen', memberId, by: PARTNER[seat] });
export const thawed = (memberId: string) => happened({ type: 'MemberThawed', memberId });
export const left = (memberId: string, by: string) => happened({ type: 'MemberLeft', memberId, by });

/** A partner consented, at noon. */
export const consents = (seat: Seat, what: Consent, about?: string): Drafted<SpaceEvent> => {
  const lasts = CONSENT_LASTS[what];
  const expiresAt = lasts === null ? null : NOON + lasts;
  const given = { what, version: CONSENT_VERSIONS[what], by: PARTNER[seat], expiresAt };
  return happened({ type: 'ConsentGiven', ...given, ...(about !== undefined && { about }) });
};
export const leaves = (seat: Seat) => happened({ type: 'PartnerLeft', memberId: PARTNER[seat] });
/** A talk that both kept, over at noon. */
export const kept = (conversationId = 'c1') => [
  happened({ type: 'ConversationListed', conversationId, guideId: 'heard', openedBy: 'a' }),
  happened({ type: 'ConversationClosed', conversationId, reason: 'completed', kept: true }),
];

/** A guest whom both have confirmed, after whatever was before: how it is written in the log. */
export const joinedAfter = (
  before: readonly Drafted<SpaceEvent>[],
  memberId: string,
  role: GuestRole = 'facilitator',
): Drafted<SpaceEvent>[] => [
  ...before,
  proposed(memberId, role),
  confirmed(memberId, 'a'),
  confirmed(memberId, 'b'),
  guestJoined(memberId, role, before.length + 1),
];

export const invites = (by: string, as: InvitedAs, via: 'link' | 'code' = 'link'): SpaceCommand => ({
  type: 'MakeInvite',
  inviteId: 'i1',
  by,
  via,
  expiresAt: NOON + DAY,
  as,
});
export const proposes = (memberId: string, role: GuestRole = 'facilitator'): SpaceCommand => ({
  type: 'ProposeGuest',
  inviteId: 'i1',
  memberId,
  role,
  memberName: memberId,
  ...SECRETS[role],
});
export const confirms = (seat: Seat, memberId: string): SpaceCommand => ({
  type: 'ConfirmGuest',
  memberId,
  by: PARTNER[seat],
});
export const freezes = (by: string, memberId: string): SpaceCommand => ({ type: 'FreezeMember', memberId, by });
export const ends = (by: string, memberId: string): SpaceCommand => ({ type: 'EndMembership', memberId, by });
