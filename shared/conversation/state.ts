import type { Seat } from '../kernel/stream.ts';
import type { EndReason } from './events.ts';
import type { SeqRange } from './seq-ranges.ts';

/** FL1. The floor: the right to write at this step. There is one turn or none, never two. */
export type Turn = {
  turnId: string;
  stepId: string;
  holders: Seat[];
  startedAt: number;
  opensAt: number;
  /** No box of this turn takes more characters: slow mode, or a smaller piece was asked for. */
  limit?: number;
  /** Minutes that a facilitator gave on top. */
  given?: number;
};

/** A turn that was interrupted by a step put in between: it goes on as it was. */
export type Interrupted = Pick<ConversationState, 'done' | 'proposal' | 'approvals'> & { turn: Turn };

/** A private answer, known from the header in `own/<seat>`; `seq` is its place there. */
export type PrivateAnswer = {
  turnId: string;
  seq: number;
  choice?: string;
  passed?: true;
  stirred?: true;
  omit?: number[];
};

export type Pause = {
  pauseId: string;
  by: Seat | null;
  facilitator?: string;
  leadLost?: true;
  since: number;
  size?: 'quiet' | 'break';
  sizedAt?: number;
  returnAt?: number;
  /** Counts the rounds of "how stirred up now?"; a new round begins when somebody was not calm. */
  round: number;
};

/**
 * Folded from headers alone. The server folds every stream of a conversation; a partner folds `talk` and their own
 * `own/<seat>`, in any order between the two streams: what comes from a private stream is matched by turn or pause id,
 * so both arrive at the same `talk` part (ES6).
 */
export type ConversationState = {
  phase: 'unopened' | 'gathering' | 'live' | 'ended';
  conversationId: string;
  spaceId: string;
  guideId: string;
  /** The seat that is sharer in round 1. */
  first: Seat;
  ready: Record<Seat, boolean>;
  turn: Turn | null;
  /** How many turns have started; the next turn's id is derived from it. */
  turns: number;
  pauses: number;
  pause: Pause | null;
  /** Who has answered this turn where everyone may see it (kinds with visibility `pair`). */
  done: Seat[];
  /** The joint text that waits for the other's approval: a contribution in `talk`. */
  proposal: { seat: Seat; seq: number } | null;
  /** Words written together: who stands by which wording at this turn. */
  approvals: Partial<Record<Seat, string>>;
  /** The words that both agreed to: seqs in `talk`. They have two authors. */
  agreed: number[];
  /** DK1. What each marked, by card, as far as the reader may know: their own, and for the server both. */
  marks: Record<Seat, Record<string, { version: string; ready: boolean }>>;
  marking: Record<Seat, boolean>;
  /** DK3. What both are ready for, once both had said that they are done; until then the guide is asked as it stands. */
  overlap: { cardId: string; version: string }[] | null;
  /** The cards asked so far, in order, each once, with where its words were frozen first: a seq in `talk`. */
  dealt: { cardId: string; seq: number }[];
  /** Where a card's words were asked: seqs in `talk`, of both rounds. */
  cardsAsked: number[];
  /** The last private answer of each seat, as far as the reader may know. */
  answered: Partial<Record<Seat, PrivateAnswer>>;
  returned: Partial<Record<Seat, { pauseId: string; round: number; calm: boolean }>>;
  /** How often each step has been visited and each choice (`stepId=choice`) taken. */
  visits: Record<string, number>;
  /** Where each step began last: a seq in `talk`. */
  begun: Record<string, number>;
  taken: Record<string, number>;
  /** Who wrote which contribution in `talk`, by seq. */
  authors: Record<number, Seat>;
  /** PK2. What arrived closed and was not opened yet: seqs in `talk`. */
  closed: number[];
  /** PK3. What was said last, if it arrived closed; `followedBy`: the turn at which it may be taken back. */
  lastClosed: { seat: Seat; seq: number; stepId: string; followedBy: string } | null;
  /** PK5. In order. */
  parked: { seat: Seat; turnId: string; stepId: string }[];
  stopping: boolean;
  keeping: { kept: boolean; omitted: number[] } | null;
  ended: { reason: EndReason; kept: boolean; at: number } | null;
  /** What became of words later, by their place in `talk`: folded away, or destroyed since the talk was kept. */
  folded: number[];
  gone: number[];
  notes: Record<Seat, number>;
  expired: boolean;
  /** Where what was shown together was written first: of which turn it is, by its place in `talk`; and by turn where it is in `own/<seat>`. */
  revealed: Record<number, string>;
  written: Record<Seat, Record<string, number>>;

  /** Who leads: a facilitator's member id. `lost` while their line is (FA9). */
  lead: { memberId: string; lost: boolean; near?: true } | null;
  /** The facilitator who last changed the coming cards in this turn. */
  cardsChangedBy: string | null;
  /** Who was let out of the waiting room; it matters while somebody leads. */
  admitted: Record<Seat, boolean>;
  /** The floor is held: by a facilitator, or by the guide (`by` null) until a facilitator opens it. */
  hold: { by: string | null; since: number } | null;
  interrupted: Interrupted | null;
  slow: boolean;
  /** The steps in the order in which their turns began, those in between left out: where "back one step" leads. */
  trail: string[];
  /** What the streams beside the talk say, as far as the reader may know. */
  asides: Record<Seat, Aside>;
};

export type Aside = {
  /** How many there were of each (WH6): whispers by the partner and to them, check-ins, agreements to show ratings. */
  whispers: number;
  whispersTo: number;
  checkIns: number;
  agreements: number;
  sharesRatings: boolean;
  /** Asked for help and nobody has answered yet: when, in ms. */
  helpAsked: number | null;
  /** Whispers and check-ins: places in `aside/<seat>` whose words end with the talk. */
  passing: SeqRange[];
  /** Ratings shown since it was agreed to: places in `aside/<seat>` whose words end when that is taken back. */
  shown: SeqRange[];
};

const NO_ASIDE: Aside = {
  whispers: 0,
  whispersTo: 0,
  checkIns: 0,
  agreements: 0,
  sharesRatings: false,
  helpAsked: null,
  passing: [],
  shown: [],
};

export const initialState: ConversationState = {
  phase: 'unopened',
  conversationId: '',
  spaceId: '',
  guideId: '',
  first: 'a',
  ready: { a: false, b: false },
  turn: null,
  turns: 0,
  pauses: 0,
  pause: null,
  done: [],
  proposal: null,
  approvals: {},
  agreed: [],
  marks: { a: {}, b: {} },
  marking: { a: false, b: false },
  overlap: null,
  dealt: [],
  cardsAsked: [],
  answered: {},
  returned: {},
  visits: {},
  begun: {},
  taken: {},
  authors: {},
  closed: [],
  lastClosed: null,
  parked: [],
  stopping: false,
  keeping: null,
  ended: null,
  folded: [],
  gone: [],
  notes: { a: 0, b: 0 },
  expired: false,
  revealed: {},
  written: { a: {}, b: {} },
  lead: null,
  cardsChangedBy: null,
  admitted: { a: false, b: false },
  hold: null,
  interrupted: null,
  slow: false,
  trail: [],
  asides: { a: NO_ASIDE, b: NO_ASIDE },
};

/** Somebody leads, and their line is not lost. */
export const isLed = ({ lead }: Pick<ConversationState, 'lead'>): boolean => lead !== null && !lead.lost;

/** Whether there is anything that could be kept: words of one of them, or of both. */
export const anythingSaid = ({ authors, agreed }: Pick<ConversationState, 'authors' | 'agreed'>): boolean =>
  Object.keys(authors).length > 0 || agreed.length > 0;
