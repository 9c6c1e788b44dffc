import type { Guide } from '../guides/guide.ts';
import { refuse } from '../kernel/decider.ts';
import { otherSeat, SEATS, type Seat } from '../kernel/stream.ts';
import { isRating } from './answer.ts';
import { ratingShown } from './aside.ts';
import type { ConversationCommand } from './commands.ts';
import { keepStep } from './floor.ts';
import {
  type Asking,
  type ConversationDraft,
  type Facilitation,
  type Outcome,
  own,
  type Scene,
  talk,
} from './outcome.ts';
import { advance, end, startTurn } from './progress.ts';
import type { ConversationRefusal } from './refusals.ts';
import { anythingSaid, type ConversationState, type Pause } from './state.ts';

/** R9: a break is at least 20 minutes, the time a stirred body needs, and ends within 24 hours. In ms. */
export const BREAK_AT_LEAST = 20 * 60_000;
export const BREAK_AT_MOST = 24 * 3_600_000;
/** KP5: how long one partner waits for the other's key before they may close the talk alone. In ms. */
const KEY_WAITS = 24 * 3_600_000;
/** R10: from this rating on, settle first. */
export const STIRRED_FROM = 7;
const LONGEST_SENTENCE = 280;

type PausedBy = Pick<Pause, 'by' | 'facilitator' | 'leadLost'>;

export const pausedBy = ({ pauses }: ConversationState, who: PausedBy): ConversationDraft =>
  talk({ type: 'Paused', pauseId: `p${pauses + 1}`, ...who });

/** PA1. Anyone, at any moment of a live talk, without a reason; pressing again changes nothing. */
export const pauseTalk = (state: ConversationState, who: PausedBy): Outcome =>
  state.pause ? [] : [pausedBy(state, who)];

/** FA13. A pause with a return time, chosen as it begins; from there on it is a break like any other. */
export function timeOut({ state, asking }: Facilitation, returnAt: number): Outcome {
  const refused = noBreakUntil(returnAt, asking.now);
  if (refused) return refuse(refused);
  const pauseId = `p${state.pauses + 1}`;
  const paused = pausedBy(state, { by: null, facilitator: asking.memberId });
  return [paused, talk({ type: 'PauseSized', pauseId, size: 'break', returnAt, facilitator: asking.memberId })];
}

type SizePause = Extract<ConversationCommand, { type: 'SizePause' }>;
type Sizer = { by: Seat } | { by: null; facilitator: string };

/** PA3, FA13. Who paused chooses how long; where no partner did, either may at any time, and at first a facilitator too. */
export function sizePause(state: ConversationState, command: SizePause, asking: Sizer & { now: number }): Outcome {
  const { pause } = state;
  const { now } = asking;
  if (!pause) return refuse('not-paused');
  if (pause.pauseId !== command.pauseId) return refuse('stale-pause');
  if (!mayChoose(state, pause, asking)) return refuse('not-yours-to-choose');
  const { pauseId, size } = command;
  const who = asking.by === null && { facilitator: asking.facilitator }; // FA3
  if (size === 'quiet') {
    if (breakIsOn(pause, now)) return refuse('break-not-over'); // PA6
    return [talk({ type: 'PauseSized', pauseId, size, ...who })];
  }
  const { returnAt } = command;
  const refused = noBreakUntil(returnAt, now);
  return refused ? refuse(refused) : [talk({ type: 'PauseSized', pauseId, size, returnAt, ...who })];
}

/**
 * FA13. A facilitator chooses once, for a pause that is theirs or in a talk that they lead; not over what was chosen, nor once
 * one of the two has said how they are: coming back is theirs (PA4).
 */
function mayChoose(state: ConversationState, pause: Pause, sizer: Sizer): boolean {
  if (sizer.by !== null) return pause.by === null || pause.by === sizer.by;
  if (pause.by !== null || pause.size !== undefined) return false;
  if (pause.round > 1 || SEATS.some((seat) => ratedNow(state, pause, seat))) return false;
  return [state.lead?.memberId, pause.facilitator].includes(sizer.facilitator);
}

function noBreakUntil(returnAt: number, now: number): ConversationRefusal | undefined {
  if (returnAt < now + BREAK_AT_LEAST) return 'break-too-short';
  return returnAt > now + BREAK_AT_MOST ? 'break-too-long' : undefined;
}

type Return = Extract<ConversationCommand, { type: 'Return' }>;

/** PA4. Coming back takes both, each rating below 7; then the same step and holder go on. Nobody is named otherwise. */
export function comeBack(state: ConversationState, command: Return, { seat, now }: Asking): Outcome {
  const { pause } = state;
  if (!pause) return refuse('not-paused');
  if (pause.pauseId !== command.pauseId) return refuse('stale-pause');
  const { pauseId, round } = pause;
  if (!isRating(command.stirred)) return refuse('bad-scale');
  if ((command.sentence?.length ?? 0) > LONGEST_SENTENCE) return refuse('too-long');
  if (breakIsOn(pause, now)) return refuse('break-not-over'); // PA6
  if (ratedNow(state, pause, seat)) return refuse('already-answered');

  const calm = command.stirred < STIRRED_FROM;
  const sentence = command.sentence?.trim();
  const words = { scales: { stirred: command.stirred }, ...(sentence && { text: { sentence } }) };
  const rated = [
    ...ratingShown(state, seat, pauseId, words), // WH3
    own({ type: 'ReturnRated', pauseId, round, seat, calm }, words),
  ];
  const theirs = ratedNow(state, pause, otherSeat(seat));
  if (!theirs) return rated;
  if (calm && theirs.calm) return [...rated, talk({ type: 'Resumed', pauseId })];
  return [...rated, talk({ type: 'PauseExtended', pauseId, round: round + 1 })];
}

/** How this partner said they were in this round of this pause; undefined where they have not yet. */
function ratedNow({ returned }: ConversationState, { pauseId, round }: Pause, seat: Seat) {
  const rated = returned[seat];
  return rated?.pauseId === pauseId && rated.round === round ? rated : undefined;
}

/** PA6. When coming back opens: 20 minutes after a break was chosen; at once for anything else. In ms. */
export const returnOpensAt = ({ size, since, sizedAt }: Pause): number =>
  size === 'break' ? (sizedAt ?? since) + BREAK_AT_LEAST : since;

const breakIsOn = (pause: Pause, now: number): boolean => now < returnOpensAt(pause);

/**
 * PA5. Either may stop for today, at any moment. Where something was said, what remains is the question what may be
 * kept; saving is off unless both say so (R18).
 */
export function stopForToday(scene: Scene): ConversationDraft[] {
  const { guide, state } = scene;
  const { seat, now } = scene.asking;
  if (closesAlone(guide, state, seat, now)) return end(state, 'stopped', false);
  if (state.stopping && !state.pause) return [];
  if (state.keeping) return end(state, 'stopped', state.keeping.kept);
  const stopped = talk({ type: 'Stopped', by: seat });
  const keep = keepStep(guide);
  if (!keep || !anythingSaid(state)) return [stopped, ...end(state, 'stopped', false)];
  if (state.turn?.stepId === keep.id) return [stopped];
  // What one of the two answered already counts (PA5), also where a step was put in between.
  if (state.interrupted?.turn.stepId === keep.id) return [stopped, ...advance(scene, keep.id)];
  return [stopped, startTurn(scene, { step: keep }, true)];
}

/**
 * KP5. Who has answered what may be kept, and waited a day for the other, need not wait for ever: also where a step was put in
 * between.
 */
export function closesAlone(guide: Guide, state: ConversationState, seat: Seat, now: number): boolean {
  const turn = state.interrupted?.turn ?? state.turn;
  if (!turn || turn.stepId !== keepStep(guide)?.id) return false;
  return state.answered[seat]?.turnId === turn.turnId && now >= turn.startedAt + KEY_WAITS;
}
