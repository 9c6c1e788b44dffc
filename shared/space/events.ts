import type { SpaceNotice } from '../conversation/events.ts';
import type { GuestRole, Seat } from '../kernel/stream.ts';

/** The languages that a practice partner speaks. */
export type Language = 'en' | 'de';

/**
 * What a facilitator says beforehand about what one partner tells them alone (R16): `no-secrets`, it may be brought into the
 * room; `limited-secrets`, it stays, unless somebody is in danger.
 */
export type SecretsPolicy = 'no-secrets' | 'limited-secrets';

/**
 * What both partners are asked for, each for themself. `look-back-alone`: the other may read kept talks alone (R20);
 * `full-export`: whole talks, with the words of both, may be taken out; `delete-space`: all of this is destroyed at once.
 */
export type Consent = 'look-back-alone' | 'full-export' | 'delete-space';

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
  | ConsentEvent
  | KeepingEvent
  | LeavingEvent
  | SpaceNotice;

/** CO3. Who consented to what, and who took it back: both read it. `about`: one talk, absent for all. `by` is a partner's member id. */
export type ConsentEvent =
  /** `version`: of the wording that was read. `expiresAt` in ms; null where it stands until it is taken back. */
  | { type: 'ConsentGiven'; what: Consent; version: number; by: string; expiresAt: number | null; about?: string }
  | { type: 'ConsentWithdrawn'; what: Consent; by: string; about?: string }
  /**
   * Whole talks were taken out, with the consent of both: one of them, or all where `about` is absent. `seal`: of that copy, by which
   * a changed one is seen (CO8). It covers a random number, so that it tells nothing of the words.
   */
  | { type: 'TranscriptExported'; by: string; seal: string; about?: string };

/** How long kept talks stay. */
export type KeepingEvent =
  /** ER4. What this partner wishes: of both wishes the shorter one holds. */
  | { type: 'RetentionSet'; days: number; by: string }
  /** ER5. This kept talk ends at `expiresAt` (ms), and not before. Said by the server, a week ahead. */
  | { type: 'ExpiryAnnounced'; conversationId: string; expiresAt: number }
  /** Its words were destroyed in this record. */
  | { type: 'ConversationExpired'; conversationId: string };

/** Leaving, erasing, deleting. */
export type LeavingEvent =
  /** ER6. For good. From here on the space begins nothing new. */
  | { type: 'PartnerLeft'; memberId: string }
  /** ER7. All that this partner said in all talks was destroyed in this record; what it was in stays as stubs. */
  | { type: 'WordsErased'; by: string }
  /** ER8. The space will be deleted at `at` (ms), unless the same partner takes that back. */
  | { type: 'DeletionAnnounced'; by: string; at: number }
  | { type: 'DeletionCancelled'; by: string }
  /** All words, documents and names were destroyed in this record. `by` is null where a notice had run out, or nobody was left. */
  | { type: 'SpaceDeleted'; by: string | null };
