import type { Kind } from '../guides/guide.ts';
import type { Seat } from '../kernel/stream.ts';

export type EndReason = 'completed' | 'stopped' | 'put-off';

/** Events of the `talk` stream: read by both partners and the facilitator. Headers only; words travel apart. */
export type TalkEvent =
  | {
      type: 'ConversationOpened';
      conversationId: string;
      spaceId: string;
      guideId: string;
      guideVersion: number;
      first: Seat;
    }
  | { type: 'ReadySet'; seat: Seat; ready: boolean }
  | { type: 'ConversationBegun' }
  /** `opensAt`: before this moment an answer is refused as `still-reading`. */
  | { type: 'TurnStarted'; turnId: string; stepId: string; holders: Seat[]; opensAt: number }
  /** `joint`: proposed for both, waits for the other's approval. */
  | {
      type: 'Contributed';
      turnId: string;
      stepId: string;
      kind: Kind;
      seat: Seat;
      choice?: string;
      passed?: true;
      joint?: true;
    }
  /** Words that were held in `own/<seat>` until both were done, now shown. */
  | { type: 'Revealed'; turnId: string; stepId: string; kind: Kind; seat: Seat; passed?: true }
  /** `seq`: the contribution in `talk` that is agreed to. */
  | { type: 'Approved'; turnId: string; seat: Seat; seq: number }
  /** `by` is null where the guide offered it, so that nobody is named. */
  | { type: 'Paused'; pauseId: string; by: Seat | null }
  | { type: 'PauseSized'; pauseId: string; size: 'quiet' | 'break'; returnAt?: number }
  /** Somebody is not calm yet; nobody is named. A new round of ratings begins. */
  | { type: 'PauseExtended'; pauseId: string; round: number }
  | { type: 'Resumed'; pauseId: string }
  /** Stopped for today: what is left to ask is what may be kept. */
  | { type: 'Stopped'; by: Seat }
  /** `omitted`: seqs in `talk` whose author withheld them. Where `kept` is false every body of the conversation is destroyed. */
  | { type: 'KeepingSettled'; kept: boolean; omitted: number[] }
  | { type: 'ConversationEnded'; reason: EndReason; kept: boolean };

/** Events of `own/<seat>`: read by that partner only. */
export type OwnEvent =
  | {
      type: 'Answered';
      turnId: string;
      stepId: string;
      kind: Kind;
      seat: Seat;
      choice?: string;
      passed?: true;
      /** A rating reached the step's `settleAt`. The number itself is in the sealed words. */
      stirred?: true;
      omit?: number[];
    }
  | { type: 'ReturnRated'; pauseId: string; round: number; seat: Seat; calm: boolean };

/** What the space's members read of a conversation: that it was opened and how it ended. */
export type SpaceNotice =
  | { type: 'ConversationListed'; conversationId: string; guideId: string; openedBy: Seat }
  | { type: 'ConversationClosed'; conversationId: string; reason: EndReason; kept: boolean };

export type ConversationEvent = TalkEvent | OwnEvent;
