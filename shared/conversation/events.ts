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
  | {
      type: 'TurnStarted';
      turnId: string;
      stepId: string;
      holders: Seat[];
      opensAt: number;
      /**
       * The card of the deck that is asked (DK4). Its words, where they are not the guide's own, are `words.text.prompt`
       * of this event, frozen: what is changed in the deck later changes nothing here.
       */
      cardId?: string;
    }
  /** Says that this partner has marked what they wanted to mark, or not yet after all; never what (DK2). */
  | { type: 'MarkingFinished'; seat: Seat; done: boolean }
  /** The cards, in order, whose wording both had marked ready when both were done (DK3). Both begin anew to be done. */
  | { type: 'OverlapShown'; cards: { cardId: string; version: string }[] }
  /** Words written together: this partner agrees to this wording. */
  | { type: 'VersionApproved'; turnId: string; seat: Seat; version: string }
  /** `by` changed the text, or took it back; both approvals are void (TU11). */
  | { type: 'ApprovalsTakenBack'; turnId: string; by: Seat }
  /** Both approved this wording; `words.text` holds it, under the id of the step's one field. */
  | { type: 'Agreed'; turnId: string; stepId: string; kind: Kind; version: string }
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
  | { type: 'CardMarked'; seat: Seat; cardId: string; version: string; ready: boolean }
  | { type: 'ReturnRated'; pauseId: string; round: number; seat: Seat; calm: boolean };

/** What the space's members read of a conversation: that it was opened and how it ended. */
export type SpaceNotice =
  | { type: 'ConversationListed'; conversationId: string; guideId: string; openedBy: Seat }
  | { type: 'ConversationClosed'; conversationId: string; reason: EndReason; kept: boolean };

export type ConversationEvent = TalkEvent | OwnEvent;
