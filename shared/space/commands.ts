import type { DeepTalks } from '../fit/fit.ts';
import type { GuestRole, Seat } from '../kernel/stream.ts';
import type { InvitedAs, Language, SecretsPolicy } from './events.ts';

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
  | { type: 'ListConversation'; conversationId: string; guideId: string; by: string; deepTalks?: DeepTalks };

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
  | { type: 'SetHomework'; guideId: string | null };
