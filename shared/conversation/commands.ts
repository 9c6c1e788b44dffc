import type { Seat } from '../kernel/stream.ts';

/** What a holder answers a step with. Which of these a step wants is the step's own `fields`, `scales` and `choices`. */
export type Answer = {
  text?: Record<string, string>;
  /** Whole numbers 0 to 10 by scale id. Private (PR4). */
  scales?: Record<string, number>;
  choice?: string;
  /** Only for `keep`: the seqs in `talk` of my own contributions that must not be kept. */
  omit?: number[];
};

/** What a member may ask of a conversation. Times are ms since 1970 on the server's clock. Who may ask what when: `rights.ts`. */
export type ConversationCommand = PartnerCommand | FacilitatorCommand;

/** A step that a facilitator puts in between: for both to settle, for one to tell back again, or to say it to the other. */
export type Insertion = 'settle' | 'mirror' | 'tell';

/** The acts of a facilitator on floor and steps. Those with a `turnId` are for that turn alone (FL2). */
export type FacilitatorCommand =
  /** Leads this talk where nobody leads it, or where whoever leads has lost the connection (FA10). */
  | { type: 'TakeLead' }
  /** Gives the lead to another facilitator, by member id. */
  | { type: 'HandLead'; to: string }
  | { type: 'Admit'; seat: Seat }
  | { type: 'SendBack'; seat: Seat }
  | { type: 'MoveOn'; turnId: string }
  /** The same with a reason that both partners read: at most 280 characters. */
  | { type: 'SkipStep'; turnId: string; reason: string }
  | { type: 'StepBack'; turnId: string }
  /** Goes to the closing steps, with all that looks after both. */
  | { type: 'EndGently'; turnId: string }
  | { type: 'HoldFloor'; turnId: string }
  /** Opens a held floor, or ends a step that was put in between: the interrupted turn goes on as it was. */
  | { type: 'ReturnFloor'; turnId: string }
  /** Puts a step in between at which this partner says what is there now. */
  | { type: 'HandFloor'; turnId: string; to: Seat }
  /** `to`: whose step it is; not for `settle`, which is for both. */
  | { type: 'InsertStep'; turnId: string; what: Insertion; to?: Seat }
  | { type: 'GiveTime'; turnId: string; minutes: number }
  /** "A smaller piece, please": what is shared at this turn has to be short. */
  | { type: 'AskSmaller'; turnId: string }
  /** Short pieces and longer reading times, from the next turn on. */
  | { type: 'SetSlowMode'; on: boolean }
  /** A break for all, from now until a named time. */
  | { type: 'TimeOut'; returnAt: number }
  | { type: 'AnswerHelp'; seat: Seat }
  /**
   * Only the server says this: whoever leads has had no line into this talk for a while, or is back (FA9). `near`: they have one
   * into the space. No frame can carry it.
   */
  | { type: 'NoteLead'; here: boolean; near?: boolean }
  /** Only the server says this: a facilitator has changed the coming cards (FA3). */
  | { type: 'NoteCards' };

/** The private answers to "alone and safe to talk?" and what a facilitator far away needs to know (R15). */
export type CheckIn = { alone: boolean; location: string; phone: string; contact: string; pauseWord: string };

export type PartnerCommand =
  | { type: 'SetReady'; ready: boolean }
  | { type: 'Begin' }
  | { type: 'Contribute'; turnId: string; answer: Answer }
  | { type: 'Approve'; turnId: string; seq: number }
  | { type: 'PassFloor'; turnId: string }
  /** Opens words of the other that arrived closed. `seq`: where they are in `talk`. */
  | { type: 'OpenWords'; seq: number }
  /** Takes back what I just said, while the other has not opened it. `turnId`: the turn that followed it. */
  | { type: 'TakeBackWords'; turnId: string }
  /** "This is new": leaves it for later. `note`: for me alone, at most 2,000 characters. */
  | { type: 'ParkNews'; turnId: string; note?: string }
  /** `version`: the wording that I saw, so that nobody is ready for words they never read (DK1). */
  | { type: 'MarkCard'; cardId: string; version: string; ready: boolean }
  | { type: 'FinishMarking'; done: boolean }
  /** For words written together: agrees to this very wording (TU10). */
  | { type: 'ApproveVersion'; turnId: string; version: string }
  | { type: 'TakeBackApprovals'; turnId: string }
  | { type: 'Pause' }
  | { type: 'SizePause'; pauseId: string; size: 'quiet' }
  | { type: 'SizePause'; pauseId: string; size: 'break'; returnAt: number }
  | { type: 'Return'; pauseId: string; stirred: number; sentence?: string }
  | { type: 'Stop' }
  /** For a facilitator's eyes and mine: `to` names the partner where a facilitator whispers, and is absent where a partner does. */
  | { type: 'Whisper'; to?: Seat; text: string }
  | ({ type: 'CheckIn' } & CheckIn)
  /** Whether facilitators see how stirred up I say I am. */
  | { type: 'ShareRatings'; on: boolean }
  | { type: 'AskForHelp' }
  | KeptCommand;

/** What an author does with their own words of a talk that was kept, later (ER1 to ER3). `seq`: where they are in `talk`. */
export type KeptCommand =
  | { type: 'FoldWords'; seq: number; folded: boolean }
  /** For good: the words are destroyed, the stub says when. */
  | { type: 'WithdrawWords'; seq: number }
  /** A dated note beside one's own words, which stay as they are: at most 2,000 characters, both read it. */
  | { type: 'AddNote'; about: number; text: string };
