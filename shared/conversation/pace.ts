import type { Step } from '../guides/guide.ts';
import { refuse } from '../kernel/decider.ts';
import { type AtStep, type Facilitation, type Outcome, talk } from './outcome.ts';
import type { ConversationState } from './state.ts';

/** FA12. Characters that a box takes at most: in slow mode, and where a smaller piece was asked for. */
const SLOW_PIECE = 400;
export const SMALLER_PIECE = 280;
/** FA12. The least time to read in slow mode, wherever there is something to read. In ms. */
const SLOW_READING = 15_000;
const MOST_MINUTES = 30;

/** TU5, FA12. How long after a turn begins its answer opens, in ms. Breathing takes its time in any case. */
export function readingTime({ slow }: ConversationState, { kind, minReadSec }: Step, nothingToRead: boolean): number {
  if (minReadSec === 0 || (nothingToRead && kind !== 'settle')) return 0;
  return Math.max(minReadSec * 1000, slow ? SLOW_READING : 0);
}

/** FA12. What a turn that begins now limits its boxes to; nothing where it has none, or nobody slowed the talk down. */
export const pieceAt = ({ slow }: ConversationState, { fields }: Step): { limit?: number } =>
  slow && fields.length > 0 ? { limit: SLOW_PIECE } : {};

/** FA12. The most characters that this box takes now: the step's own limit, or a smaller one of the turn. */
export const longest = (max: number, { turn }: Pick<ConversationState, 'turn'>): number =>
  Math.min(max, turn?.limit ?? max);

export function setSlowMode({ state, asking }: Facilitation, on: boolean): Outcome {
  return state.slow === on ? [] : [talk({ type: 'SlowModeSet', by: asking.memberId, on })];
}

/** FA12. Only where words are asked for that the other will read; what one writes for oneself is as long as it is. */
export function askSmaller({ turn, step, asking }: AtStep): Outcome {
  if (step.fields.length === 0 || step.visibility === 'self') return refuse('unknown-field');
  if (turn.limit !== undefined && turn.limit <= SMALLER_PIECE) return [];
  return [talk({ type: 'SmallerAsked', by: asking.memberId, turnId: turn.turnId })];
}

/** Whole minutes on top, 30 at most each time. Nothing runs out: it says that there is time. */
export function giveTime({ turn, asking }: AtStep, minutes: number): Outcome {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MOST_MINUTES) return refuse('bad-scale');
  return [talk({ type: 'TimeGiven', by: asking.memberId, turnId: turn.turnId, minutes })];
}
