import type { Seat } from '../kernel/stream.ts';
import type { Language } from './events.ts';

/**
 * What may be asked of a space. `CreateSpace`, `MakeInvite`, `AcceptInvite` and `RequestEntry` come through the doors
 * (they hand out or take in secrets); the others also over the socket. Ids are made by the server; times are ms.
 */
export type SpaceCommand =
  | { type: 'CreateSpace'; spaceId: string; memberId: string; spaceName: string; memberName: string; practice: boolean }
  | { type: 'MakeInvite'; inviteId: string; by: string; via: 'link' | 'code'; expiresAt: number }
  | { type: 'RevokeInvite'; inviteId: string; by: string }
  | { type: 'AcceptInvite'; inviteId: string; memberId: string; memberName: string; practice?: Language }
  | { type: 'RequestEntry'; inviteId: string; requestId: string; memberId: string; name: string }
  | { type: 'AdmitEntry'; requestId: string; by: string }
  | { type: 'DeclineEntry'; requestId: string; by: string }
  | { type: 'ListConversation'; conversationId: string; guideId: string; by: string };

/** The commands a member sends over the socket, as sent: who sends them is known from the session. */
export type SpaceRequest =
  | { type: 'RevokeInvite'; inviteId: string }
  | { type: 'AdmitEntry'; requestId: string }
  | { type: 'DeclineEntry'; requestId: string }
  | { type: 'OpenConversation'; guideId: string; first: Seat };
