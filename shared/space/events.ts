import type { SpaceNotice } from '../conversation/events.ts';
import type { GuestRole, Seat } from '../kernel/stream.ts';

/** The languages that a practice partner speaks. */
export type Language = 'en' | 'de';

/**
 * What a facilitator says beforehand about what one partner tells them alone (R16): `no-secrets`, it may be brought into the
 * room; `limited-secrets`, it stays, unless somebody is in danger.
 */
export type SecretsPolicy = 'no-secrets' | 'limited-secrets';

/** Whom an invitation is for: a partner's seat, or a guest. */
export type InvitedAs = { role: 'partner'; seat: Seat } | { role: GuestRole };

/**
 * Events of the `space` stream, read by every member. Names are words (sealed), never header:
 * `SpaceCreated`, `MemberJoined`, `EntryRequested` and `GuestProposed` carry `words.text.name`. `by` is a member id.
 */
export type SpaceEvent =
  /** `founder`: a facilitator who opened it for a couple, and is no member before both have confirmed. */
  | { type: 'SpaceCreated'; spaceId: string; practice: boolean; founder?: string }
  /**
   * `memberId` names the person; one person has one member id in every space they belong to. `practice`: a scripted
   * partner to try the room with, and the language of its words.
   */
  | { type: 'MemberJoined'; memberId: string; role: 'partner'; seat: Seat; practice?: Language }
  | { type: 'MemberJoined'; memberId: string; role: GuestRole }
  /** Somebody asks to be a guest: by their invitation, or having opened the space. Both partners are asked (ME1). */
  | { type: 'GuestProposed'; memberId: string; role: GuestRole; secrets?: SecretsPolicy; inviteId?: string }
  | { type: 'GuestConfirmed'; memberId: string; by: string }
  | { type: 'GuestDeclined'; memberId: string; by: string }
  /** Either partner, at once; `MemberThawed` once both have confirmed anew (ME3). */
  | { type: 'MemberFrozen'; memberId: string; by: string }
  | { type: 'MemberThawed'; memberId: string }
  /** For good: by either partner, or by the guest. */
  | { type: 'MemberLeft'; memberId: string; by: string }
  /** When the next meeting is planned, in ms; null where none is. */
  | { type: 'MeetingSet'; at: number | null; by: string }
  /** A talk that a facilitator suggests until the next meeting; null where none is. */
  | { type: 'HomeworkSet'; guideId: string | null; by: string }
  /** `inviteId` is not the secret: it names the invitation so that it can be revoked. `expiresAt` in ms. */
  | ({
      type: 'InviteMade';
      inviteId: string;
      by: string;
      via: 'link' | 'code';
      expiresAt: number;
    } & InvitedAs)
  | { type: 'InviteRevoked'; inviteId: string; by: string }
  /** Somebody came with the spoken code and waits to be admitted by name. */
  | { type: 'EntryRequested'; requestId: string; inviteId: string; memberId: string }
  | { type: 'EntryDeclined'; requestId: string; by: string }
  | { type: 'InviteUsed'; inviteId: string; memberId: string; requestId?: string }
  | SpaceNotice;
