import type { DeepTalks } from '../fit/fit.ts';
import type { GuestRole, Seat } from '../kernel/stream.ts';
import type { Consent, InvitedAs, Language, SecretsPolicy } from './events.ts';

/**
 * What may be asked of a space. `CreateSpace`, `MakeInvite`, `AcceptInvite` and `RequestEntry` come through the doors
 * (they hand out or take in secrets); the others also over the socket. Ids are made by the server; times are ms.
 */
export type SpaceCommand =
  | { type: 'CreateSpace'; spaceId: string; memberId: string; spaceName: string; memberName: string; practice: boolean }
  /** A facilitator opens a space for a couple: they are no member, both seats are free. */
  | {
      type: 'FoundSpace';
      spaceId: string;
      memberId: string;
      spaceName: string;
      memberName: string;
      practice: boolean;
      secrets: SecretsPolicy;
    }
  | { type: 'MakeInvite'; inviteId: string; by: string; via: 'link' | 'code'; expiresAt: number; as: InvitedAs }
  /** By a guest's invitation; a facilitator says how they handle secrets. */
  | {
      type: 'ProposeGuest';
      inviteId: string;
      memberId: string;
      role: GuestRole;
      memberName: string;
      secrets?: SecretsPolicy;
    }
  | { type: 'ConfirmGuest'; memberId: string; by: string }
  | { type: 'DeclineGuest'; memberId: string; by: string }
  | { type: 'FreezeMember'; memberId: string; by: string }
  | { type: 'EndMembership'; memberId: string; by: string }
  | { type: 'SetMeeting'; at: number | null; by: string }
  | { type: 'SetHomework'; guideId: string | null; by: string }
  | { type: 'RevokeInvite'; inviteId: string; by: string }
  | { type: 'AcceptInvite'; inviteId: string; memberId: string; memberName: string; practice?: Language }
  | { type: 'RequestEntry'; inviteId: string; requestId: string; memberId: string; name: string }
  | { type: 'AdmitEntry'; requestId: string; by: string }
  | { type: 'DeclineEntry'; requestId: string; by: string }
  /** `deepTalks`: as the server found it; absent, a deep guide needs a facilitator (FI3). */
  | { type: 'ListConversation'; conversationId: string; guideId: string; by: string; deepTalks?: DeepTalks }
  | { type: 'GiveConsent'; what: Consent; version: number; about?: string; by: string }
  | { type: 'WithdrawConsent'; what: Consent; about?: string; by: string }
  | { type: 'SetRetention'; days: number; by: string }
  /**
   * Whole talks are about to be taken out: one, or all where `about` is absent. `seal`: of the copy, in hexadecimal (CO8). Only the
   * server sends it (CO5).
   */
  | { type: 'ExportTranscript'; about?: string; seal: string; by: string }
  | { type: 'LeaveSpace'; erase: boolean; by: string }
  | { type: 'EraseWords'; by: string }
  | { type: 'AnnounceDeletion'; by: string }
  | { type: 'CancelDeletion'; by: string }
  | { type: 'DeleteSpace'; by: string }
  /** The server looks what is due now: talks to announce, talks to end, a space to delete. No frame can carry it. */
  | { type: 'KeepHouse' };

/** The commands a member sends over the socket, as sent: who sends them is known from the session. */
export type SpaceRequest =
  | { type: 'RevokeInvite'; inviteId: string }
  | { type: 'AdmitEntry'; requestId: string }
  | { type: 'DeclineEntry'; requestId: string }
  | { type: 'OpenConversation'; guideId: string; first: Seat }
  | { type: 'ConfirmGuest'; memberId: string }
  | { type: 'DeclineGuest'; memberId: string }
  /** At once and alone: either partner. What was frozen thaws once both confirm it anew. */
  | { type: 'FreezeMember'; memberId: string }
  /** Either partner, or the guest themself. */
  | { type: 'EndMembership'; memberId: string }
  | { type: 'SetMeeting'; at: number | null }
  | { type: 'SetHomework'; guideId: string | null }
  /** `version`: of the wording that was read (`CONSENT_VERSIONS`). `about`: one kept talk, for `full-export` alone. */
  | { type: 'GiveConsent'; what: Consent; version: number; about?: string }
  | { type: 'WithdrawConsent'; what: Consent; about?: string }
  /** What I wish, 7 to 365 days; the shorter of both wishes holds. */
  | { type: 'SetRetention'; days: number }
  /** For good. `erase`: with all that I said, everywhere. */
  | { type: 'LeaveSpace'; erase: boolean }
  | { type: 'EraseWords' }
  /** All of it goes in 14 days, unless I take it back. */
  | { type: 'AnnounceDeletion' }
  | { type: 'CancelDeletion' }
  /** At once: both have consented to `delete-space`. */
  | { type: 'DeleteSpace' };
