import type { Guide } from '../guides/guide.ts';
import { refuse } from '../kernel/decider.ts';
import { otherSeat, type Seat } from '../kernel/stream.ts';
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
  return [paused, talk({ type: 'PauseSized', pauseId, size: 'break', returnAt })];
}

type SizePause = Extract<ConversationCommand, { type: 'SizePause' }>;
type SizedBy = { by: Seat | null; now: number };

/** PA3, FA13. Who paused chooses how long; where no partner did, either may, and a facilitator (`by` null) then too. */
export function sizePause({ pause }: ConversationState, command: SizePause, { by, now }: SizedBy): Outcome {
  if (!pause) return refuse('not-paused');
  if (pause.pauseId !== command.pauseId) return refuse('stale-pause');
  if (pause.by !== null && pause.by !== by) return refuse('not-yours-to-choose');
  const { pauseId, size } = command;
  if (size === 'quiet') {
    if (breakIsOn(pause, now)) return refuse('break-not-over'); // PA6
    return [talk({ type: 'PauseSized', pauseId, size })];
  }
  const { returnAt } = command;
  const refused = noBreakUntil(returnAt, now);
  return refused ? refuse(refused) : [talk({ type: 'PauseSized', pauseId, size, returnAt })];
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
  const inThisRound = (of: typeof seat) => {
    const rated = state.returned[of];
    return rated?.pauseId === pauseId && rated.round === round ? rated : undefined;
  };
  if (inThisRound(seat)) return refuse('already-answered');

  const calm = command.stirred < STIRRED_FROM;
  const sentence = command.sentence?.trim();
  const words = { scales: { stirred: command.stirred }, ...(sentence && { text: { sentence } }) };
  const rated = [
    ...ratingShown(state, seat, pauseId, words), // WH3
    own({ type: 'ReturnRated', pauseId, round, seat, calm }, words),
  ];
  const theirs = inThisRound(otherSeat(seat));
  if (!theirs) return rated;
  if (calm && theirs.calm) return [...rated, talk({ type: 'Resumed', pauseId })];
  return [...rated, talk({ type: 'PauseExtended', pauseId, round: round + 1 })];
}

/** PA6. When coming back opens: 20 minutes after a break was chosen; at once for anything else. In ms. */
export const returnOpensAt = ({ size, since, sizedAt }: Pause): number =>
  size === 'break' ? (sizedAt ?? since) + BREAK_AT_LEAST : since;

const breakIsOn = (pause: Pause, now: number): boolean => now < returnOpensAt(pause);

/**
 * PA5. Either may stop for today, at any moment. Where something was said, what remains is the question what may be
 * kept; saving is off unless both say so (R18).
 */
export function stopForToday(scene: Scene): Outcome {
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

/** KP5. Who has answered what may be kept, and waited a day for the other, need not wait for ever. */
export function closesAlone(guide: Guide, { turn, answered }: ConversationState, seat: Seat, now: number): boolean {
  if (!turn || turn.stepId !== keepStep(guide)?.id) return false;
  return answered[seat]?.turnId === turn.turnId && now >= turn.startedAt + KEY_WAITS;
}
