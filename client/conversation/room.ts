import type { AsideEvent, OwnEvent, TalkEvent } from '@turnward/shared/conversation/events.ts';
import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import type { Guide, Step } from '@turnward/shared/guides/guide.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { GuestRole, Seat } from '@turnward/shared/kernel/stream.ts';
import type { SpaceState } from '@turnward/shared/space/state.ts';
import type { CommandReply, Refusal, SentCommand } from '@turnward/shared/wire/protocol.ts';
import type { PresenceOf } from '../space/space-store.ts';
import type { LineState } from './connection.ts';
import type { Drafts } from './drafts.ts';
import type { PendingItem } from './outbox.ts';

/**
 * A conversation that can't be shown: not yet, or not to this person. `sitsElsewhere`: to somebody who is in this room, though
 * not in this seat: a guest where a partner's view was asked for, a partner where a guest's was.
 */
export type NoConversation = {
  phase: 'connecting' | 'refused';
  refusal?: Refusal;
  sitsElsewhere?: 'partner' | GuestRole;
  connection: LineState;
};

/** A conversation as everybody in it sees it. */
export type Room = {
  phase: 'ready';
  connection: LineState;
  /** How long the last answer of the server took, in ms. */
  roundTrip: number | undefined;
  state: ConversationState;
  guide: Guide;
  /** The step of the present turn; undefined while gathering and after the end. */
  step: Step | undefined;
  names: Record<Seat, string>;
  /** First names by member id, of guests too, also of those who have left. */
  people: Record<string, string>;
  /** The other times named when this talk was put off. */
  otherTimes: string | undefined;
  presence: Partial<Record<Seat, PresenceOf>>;
  /** Everybody's presence, guests' too, by member id. */
  around: Record<string, PresenceOf>;
  space: SpaceState;
  talk: readonly Recorded<TalkEvent>[];
  /** My latest commands and what became of them, oldest first. */
  items: PendingItem[];
  /** The server's clock in ms. */
  now: () => number;
  send: (command: SentCommand) => Promise<CommandReply>;
  /** Resolves once all that was recorded before this call is here. */
  caughtUp: () => Promise<void>;
  /** Tries the line again at once. */
  retry: () => void;
};

/** A conversation as one partner sees it. */
export type Conversation = Room & {
  seat: Seat;
  /** My private events; nobody else receives them. */
  own: readonly Recorded<OwnEvent>[];
  /** What is between me and the facilitators; my partner receives none of it. */
  aside: readonly Recorded<AsideEvent>[];
  draft: Drafts;
  /** Whether the other may see that I am writing, never what. */
  writingShown: boolean;
  showWriting: (shown: boolean) => void;
  /** CO4. Whether I let the other read this kept talk now, together with me, for as long as I have it open. */
  openForBoth: boolean;
  letBothRead: (open: boolean) => void;
};

/** A conversation as a guest sees it. An observer's `asides` are empty. */
export type GuestRoom = Room & {
  memberId: string;
  role: GuestRole;
  asides: Record<Seat, readonly Recorded<AsideEvent>[]>;
};
