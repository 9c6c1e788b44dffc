import type { SpaceNotice } from '../conversation/events.ts';
import type { Role, Seat } from '../kernel/stream.ts';

/** The languages that a practice partner speaks. */
export type Language = 'en' | 'de';

/**
 * Events of the `space` stream, read by every member. Names are words (sealed), never header:
 * `SpaceCreated`, `MemberJoined` and `EntryRequested` carry `words.text.name`.
 */
export type SpaceEvent =
  | { type: 'SpaceCreated'; spaceId: string; practice: boolean }
  /**
   * `memberId` names the person; one person has one member id in every space they belong to. `practice`: a scripted
   * partner to try the room with, and the language of its words.
   */
  | { type: 'MemberJoined'; memberId: string; role: Role; seat: Seat; practice?: Language }
  /** `inviteId` is not the secret: it names the invitation so that it can be revoked. `expiresAt` in ms. */
  | {
      type: 'InviteMade';
      inviteId: string;
      role: Role;
      seat: Seat;
      by: string;
      via: 'link' | 'code';
      expiresAt: number;
    }
  | { type: 'InviteRevoked'; inviteId: string; by: string }
  /** Somebody came with the spoken code and waits to be admitted by name. */
  | { type: 'EntryRequested'; requestId: string; inviteId: string; memberId: string }
  | { type: 'EntryDeclined'; requestId: string; by: string }
  | { type: 'InviteUsed'; inviteId: string; memberId: string; requestId?: string }
  | SpaceNotice;
