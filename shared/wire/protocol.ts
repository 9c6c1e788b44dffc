import type { ConversationCommand } from '../conversation/commands.ts';
import type { ConversationEvent } from '../conversation/events.ts';
import type { ConversationRefusal } from '../conversation/refusals.ts';
import type { AccountRefusal } from '../kernel/account-refusals.ts';
import type { Recorded } from '../kernel/event.ts';
import type { DoorRefusal } from '../kernel/refusals.ts';
import type { StreamName } from '../kernel/stream.ts';
import type { SpaceRequest } from '../space/commands.ts';
import type { SpaceEvent } from '../space/events.ts';
import type { SpaceRefusal } from '../space/refusals.ts';

/** Sent in the handshake (`auth.wire`); a client of another version is asked to reload. */
export const WIRE_VERSION = 3;
export const SOCKET_PATH = '/live';
/** Bytes. A larger frame closes the socket (WR4). */
export const MAX_FRAME = 64 * 1024;

export type Refusal = ConversationRefusal | SpaceRefusal | DoorRefusal | AccountRefusal;

/** What a device may send: all but what only the server says. */
export type SentCommand = Exclude<ConversationCommand, { type: 'NoteLead' | 'NoteCards' }>;

/** `commandId`: 16 to 64 characters made by the client; the same id is the same wish, however often it is sent (WR2). */
export type CommandEnvelope =
  | { commandId: string; to: 'conversation'; id: string; command: SentCommand }
  | { commandId: string; to: 'space'; id: string; command: SpaceRequest };

/**
 * `seq` is the last seq the command appended to `stream` (0 where it had nothing to record). `created` is the id of what
 * the command made, a conversation. A refusal changes nothing; `opensAt` (ms) comes with `still-reading`.
 */
export type CommandReply =
  | { ok: true; stream: StreamName; seq: number; created?: string }
  | { ok: false; refusal: Refusal; opensAt?: number };

/**
 * Ask for the streams of a conversation or a space, from what is already known. `after` maps stream to last seq held.
 * `headers`: of a conversation too, but never a word of it save the numbers of `RatingShown`, for a facilitator who looks after
 * several couples (CA1); what follows comes down as `headers`, apart from `events`, so that neither spoils the other.
 */
export type FollowTarget = 'conversation' | 'space' | 'headers';
export type Follow = { to: FollowTarget; id: string; after: Record<string, number> };

/** `now`: the server's clock in ms, so that a client can show times without trusting its own. */
export type FollowReply = { ok: true; heads: Record<string, number>; now: number } | { ok: false; refusal: Refusal };

/** The one message that comes down: live delivery, catch-up and transcripts alike. */
export type EventsMessage = {
  stream: StreamName;
  events: Omit<Recorded<ConversationEvent | SpaceEvent>, 'stream'>[];
  now: number;
};

/** Presence is coarse on purpose (R8): no last-seen, no read receipts. */
export type PresenceState = 'here' | 'writing' | 'paused' | 'away' | 'lost';

export type PresenceMessage = {
  spaceId: string;
  members: { memberId: string; state: PresenceState; devices: number }[];
};

/**
 * What a client says of itself. Not recorded, may be lost. `together`: its person opens this kept talk for both, now: while they
 * say so the other may read it, too (CO4).
 */
export type PresenceReport = { conversationId: string | null; writing: boolean; away: boolean; together?: true };

/**
 * Why the server is about to close this socket. After `resync` and `restarting` the client comes back and catches up, after
 * `locked` once the page was unlocked.
 */
export type FarewellReason = 'signed-out' | 'locked' | 'resync' | 'restarting';

export interface ClientToServer {
  command(envelope: CommandEnvelope, reply: (reply: CommandReply) => void): void;
  follow(follow: Follow, reply: (reply: FollowReply) => void): void;
  unfollow(follow: { to: FollowTarget; id: string }): void;
  presence(report: PresenceReport): void;
}

export interface ServerToClient {
  events(message: EventsMessage): void;
  /** The same without words, to those who follow `headers`. */
  headers(message: EventsMessage): void;
  presence(message: PresenceMessage): void;
  /**
   * Something of that space is this person’s to read no more: they are no member now, and nothing follows, or kept talks are not read
   * alone any more (CO4). Whoever follows anything of it asks again, and is told.
   */
  unfollowed(message: { spaceId: string }): void;
  farewell(message: { reason: FarewellReason }): void;
}
