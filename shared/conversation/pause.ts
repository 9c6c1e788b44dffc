import type { Guide } from '../guides/guide.ts';
import { refuse } from '../kernel/decider.ts';
import { otherSeat, type Seat } from '../kernel/stream.ts';
import { isRating } from './answer.ts';
import type { ConversationCommand } from './commands.ts';
import { keepStep } from './floor.ts';
import { type Asking, type Outcome, own, type Scene, talk } from './outcome.ts';
import { end, startTurn } from './progress.ts';
import { anythingSaid, type ConversationState, type Pause } from './state.ts';

/** R9: a break is at least 20 minutes, the time a stirred body needs, and ends within 24 hours. In ms. */
export const BREAK_AT_LEAST = 20 * 60_000;
export const BREAK_AT_MOST = 24 * 3_600_000;
/** KP5: how long one partner waits for the other's key before they may close the talk alone. In ms. */
const KEY_WAITS = 24 * 3_600_000;
/** R10: from this rating on, settle first. */
export const STIRRED_FROM = 7;
const LONGEST_SENTENCE = 280;

/** PA1. Anyone, at any moment of a live talk, without a reason; pressing again changes nothing. */
export function pauseTalk(state: ConversationState, { seat }: Asking): Outcome {
  if (state.pause) return [];
  return [talk({ type: 'Paused', pauseId: `p${state.pauses + 1}`, by: seat })];
}

type SizePause = Extract<ConversationCommand, { type: 'SizePause' }>;

/** PA3. Who paused chooses how long; where the guide offered the pause, either may. */
export function sizePause(pause: Pause, command: SizePause, { seat, now }: Asking): Outcome {
  if (pause.by !== null && pause.by !== seat) return refuse('not-yours-to-choose');
  const { pauseId, size } = command;
  if (size === 'quiet') {
    if (breakIsOn(pause, now)) return refuse('break-not-over'); // PA6
    return [talk({ type: 'PauseSized', pauseId, size })];
  }
  if (command.returnAt < now + BREAK_AT_LEAST) return refuse('break-too-short');
  if (command.returnAt > now + BREAK_AT_MOST) return refuse('break-too-long');
  return [talk({ type: 'PauseSized', pauseId, size, returnAt: command.returnAt })];
}

type Return = Extract<ConversationCommand, { type: 'Return' }>;

/** PA4. Coming back takes both, each rating below 7; then the same step and holder go on. Nobody is named otherwise. */
export function comeBack(state: ConversationState, pause: Pause, command: Return, { seat, now }: Asking): Outcome {
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
  const rated = own({ type: 'ReturnRated', pauseId, round, seat, calm }, words);
  const theirs = inThisRound(otherSeat(seat));
  if (!theirs) return [rated];
  if (calm && theirs.calm) return [rated, talk({ type: 'Resumed', pauseId })];
  return [rated, talk({ type: 'PauseExtended', pauseId, round: round + 1 })];
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
  const atKeep = state.turn?.stepId === keep.id;
  return atKeep ? [stopped] : [stopped, startTurn(scene, { step: keep }, true)];
}

/** KP5. Who has answered what may be kept, and waited a day for the other, need not wait for ever. */
export function closesAlone(guide: Guide, { turn, answered }: ConversationState, seat: Seat, now: number): boolean {
  if (!turn || turn.stepId !== keepStep(guide)?.id) return false;
  return answered[seat]?.turnId === turn.turnId && now >= turn.startedAt + KEY_WAITS;
}
