import type { Kind } from '../guides/guide.ts';
import type { Seat } from '../kernel/stream.ts';
import type { Insertion } from './commands.ts';
import type { SeqRange } from './seq-ranges.ts';

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
      /** The facilitator who opened it leads it: a member id. */
      lead?: string;
      /** The guide is a slow one (PK1). */
      slow?: true;
    }
  | { type: 'ReadySet'; seat: Seat; ready: boolean }
  /** `facilitator`: whoever leads began it (member id). */
  | { type: 'ConversationBegun'; facilitator?: string }
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
      /** Put in between by a facilitator: the turn that was on waits, and goes on as it was (`TurnResumed`). */
      detour?: true;
      /** The guide waits for the facilitator here: the floor is held until it is returned (FA7). */
      held?: true;
      /** Slow mode: no box of this turn takes more characters. */
      limit?: number;
    }
  /** The turn that was interrupted goes on: same id, same holders, with what was done in it. */
  | { type: 'TurnResumed'; turnId: string }
  /** Says that this partner has marked what they wanted to mark, or not yet after all; never what (DK2). */
  | { type: 'MarkingFinished'; seat: Seat; done: boolean }
  /** The cards, in order, whose wording both had marked ready when both were done (DK3). Both begin anew to be done. */
  | { type: 'OverlapShown'; cards: { cardId: string; version: string }[] }
  /** Words written together: this partner agrees to this wording. */
  | { type: 'VersionApproved'; turnId: string; seat: Seat; version: string }
  /** `by` changed the text, or took it back; both approvals are void (TU11). Null where a `facilitator` (member id) changed it. */
  | { type: 'ApprovalsTakenBack'; turnId: string; by: Seat | null; facilitator?: string }
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
      /** Arrives closed: the other opens it when ready (PK2). */
      closed?: true;
    }
  /** `seat` opened these words of the other, a contribution in `talk`: they may be shown from here on. */
  | { type: 'WordsOpened'; seat: Seat; seq: number }
  /** Its author took these words back before they were opened: they were destroyed in this record (PK3). */
  | { type: 'WordsTakenBack'; seat: Seat; seq: number; turnId: string }
  /** Something new came up for this partner at this step, and is left for later. Never what it is (PK5). */
  | { type: 'NewsParked'; seat: Seat; turnId: string; stepId: string }
  /** Words that were held in `own/<seat>` until both were done, now shown. */
  | { type: 'Revealed'; turnId: string; stepId: string; kind: Kind; seat: Seat; passed?: true }
  /** `seq`: the contribution in `talk` that is agreed to. */
  | { type: 'Approved'; turnId: string; seat: Seat; seq: number }
  /**
   * `by` is null where no partner paused: the guide offered it, and nobody is named; or a `facilitator` (member id) did; or
   * the line of whoever leads was lost, where the guide waits for them (`leadLost`).
   */
  | { type: 'Paused'; pauseId: string; by: Seat | null; facilitator?: string; leadLost?: true }
  /** `facilitator`: the one who chose it (member id), where no partner did. */
  | { type: 'PauseSized'; pauseId: string; size: 'quiet' | 'break'; returnAt?: number; facilitator?: string }
  /** Somebody is not calm yet; nobody is named. A new round of ratings begins. */
  | { type: 'PauseExtended'; pauseId: string; round: number }
  | { type: 'Resumed'; pauseId: string }
  /** Stopped for today: what is left to ask is what may be kept. */
  | { type: 'Stopped'; by: Seat }
  /** `omitted`: seqs in `talk` whose author withheld them. Where `kept` is false every body of the conversation is destroyed. */
  | { type: 'KeepingSettled'; kept: boolean; omitted: number[] }
  | { type: 'ConversationEnded'; reason: EndReason; kept: boolean }
  | KeptEvent
  | FacilitatorEvent;

/** What became of the words of a talk after it was over. `seq` and `about`: contributions in `talk`. */
export type KeptEvent =
  /** Its author folds these words away, or unfolds them: both see them folded. */
  | { type: 'WordsFolded'; seat: Seat; seq: number; folded: boolean }
  /** Its author took these words back: they were destroyed in this record (ER2). */
  | { type: 'WordsWithdrawn'; seat: Seat; seq: number }
  /** `words.text.text`: what the author of these words adds later. It can be folded and taken back like them. */
  | { type: 'NoteAdded'; seat: Seat; about: number }
  /** Everything this partner said here was destroyed, and what both had worded together (ER7). `ranges`: places in `talk`. */
  | { type: 'SaidErased'; seat: Seat; ranges: SeqRange[] }
  /** Its time was over: every word of it was destroyed (ER5). */
  | { type: 'TalkExpired' };

/**
 * What a facilitator did to the floor or the steps: each is a line that both partners read (R17). `by` is a member id. What
 * it led to (`TurnStarted`, `TurnResumed`, `Paused`) follows in the same record.
 */
export type FacilitatorEvent =
  | { type: 'LeadTaken'; by: string }
  | { type: 'LeadHanded'; by: string; to: string }
  /** Whoever leads was not in this talk for longer than a moment, or is back; `near`: elsewhere, with their line up. Said by the server. */
  | { type: 'LeadLost'; memberId: string; near?: true }
  | { type: 'LeadBack'; memberId: string }
  /** The coming cards were added to, reworded, moved or set aside; said once in a turn. */
  | { type: 'CardsChanged'; by: string }
  /** Not today: it ends before it began. */
  | { type: 'CalledOff'; by: string }
  | { type: 'Admitted'; by: string; seat: Seat }
  | { type: 'SentBack'; by: string; seat: Seat }
  | { type: 'MovedOn'; by: string; turnId: string }
  /** `words.text.reason` says why. */
  | { type: 'StepSkipped'; by: string; turnId: string }
  /** `stepId`: the step that it goes back to. */
  | { type: 'SteppedBack'; by: string; turnId: string; stepId: string }
  | { type: 'EndedGently'; by: string; turnId: string }
  | { type: 'FloorHeld'; by: string; turnId: string }
  | { type: 'FloorReturned'; by: string; turnId: string }
  | { type: 'FloorHanded'; by: string; turnId: string; to: Seat }
  | { type: 'StepInserted'; by: string; turnId: string; what: Insertion; to?: Seat }
  | { type: 'TimeGiven'; by: string; turnId: string; minutes: number }
  | { type: 'SmallerAsked'; by: string; turnId: string }
  | { type: 'SlowModeSet'; by: string; on: boolean };

/** Events of `aside/<seat>`: read by that partner and the facilitators, never by the other partner nor an observer. */
export type AsideEvent =
  /** `words.text.text`. `from` is a facilitator's member id, or null where the partner of this seat whispered. */
  | { type: 'Whispered'; seat: Seat; from: string | null }
  /** `words.text`: `alone` (yes or no), `location`, `phone`, `contact`, `pauseWord`. */
  | { type: 'CheckedIn'; seat: Seat }
  /** `ranges`: where `on` is false, the ratings shown until then, whose words are destroyed (WH3). Absent: there were none. */
  | { type: 'RatingsShared'; seat: Seat; on: boolean; ranges?: SeqRange[] }
  /** A rating this partner agreed to show: `words.scales.stirred`. `at`: the step's or the pause's id. */
  | { type: 'RatingShown'; seat: Seat; at: string }
  | { type: 'HelpAsked'; seat: Seat }
  | { type: 'HelpAnswered'; seat: Seat; by: string }
  /** The talk is over: whispers and check-ins of this stream are destroyed, kept or not (WH4). */
  | { type: 'AsideCleared'; seat: Seat; ranges: SeqRange[] }
  /** ER7. All that was said and shown beside the talk was destroyed. */
  | { type: 'AsideErased'; seat: Seat };

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
  | { type: 'ReturnRated'; pauseId: string; round: number; seat: Seat; calm: boolean }
  /** `words.text.note`: what this partner noted for themself as they parked something at this turn (PK6). */
  | { type: 'ParkNoted'; seat: Seat; turnId: string }
  /** ER2. What was written here first, before it was shown, goes with the words that were taken back. */
  | { type: 'FirstWordsWithdrawn'; seat: Seat; seq: number }
  /** ER7. All that was written here was destroyed. */
  | { type: 'OwnErased'; seat: Seat };

/** What the space's members read of a conversation: that it was opened and how it ended. */
export type SpaceNotice =
  /** `openedBy`: a partner's seat, or a facilitator's member id. */
  | { type: 'ConversationListed'; conversationId: string; guideId: string; openedBy: string }
  | { type: 'ConversationClosed'; conversationId: string; reason: EndReason; kept: boolean };

export type ConversationEvent = TalkEvent | OwnEvent | AsideEvent;
