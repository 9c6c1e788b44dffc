import type { Step } from '../guides/guide.ts';
import type { Words } from '../kernel/event.ts';
import { SEATS, type Seat } from '../kernel/stream.ts';
import { asidesCleared } from './aside.ts';
import { type Asked, nextAsked } from './deck.ts';
import type { EndReason } from './events.ts';
import { holdersOf } from './floor.ts';
import { type ConversationDraft, type Ground, notice, talk } from './outcome.ts';
import { pieceAt, readingTime } from './pace.ts';
import { type ConversationState, isLed, type PrivateAnswer } from './state.ts';

/** TU1. Starts the next turn; its id follows from the count of turns, so that replays agree. */
export function startTurn(ground: Ground, { step, cardId, words }: Asked, nothingToRead = false): ConversationDraft {
  const { state } = ground;
  const started = talk({
    ...turnAt(ground, step, nothingToRead),
    holders: holdersOf(step, state.first),
    ...(cardId !== undefined && { cardId }),
    ...(step.waitsForFacilitator && isLed(state) && { held: true }), // FA7
  });
  return words ? { ...started, words } : started;
}

/** FA8. Starts a step that is put in between, for both or for the one who is named. */
export const startBetween = (ground: Ground, step: Step, to?: Seat): ConversationDraft =>
  talk({ ...turnAt(ground, step), holders: to ? [to] : [...SEATS], detour: true });

const turnAt = ({ state, asking }: Ground, step: Step, nothingToRead = false) => ({
  type: 'TurnStarted' as const,
  turnId: `t${state.turns + 1}`,
  stepId: step.id,
  opensAt: asking.now + readingTime(state, step, nothingToRead),
  ...pieceAt(state, step),
});

/** Goes where the script leads: back to the turn that was interrupted (FA8), to the next turn, or to the end. */
export function advance(ground: Ground, next: string, nothingToRead = false): ConversationDraft[] {
  const { state } = ground;
  if (state.interrupted) return [talk({ type: 'TurnResumed', turnId: state.interrupted.turn.turnId })];
  const asked = nextAsked(ground, next);
  return asked ? [startTurn(ground, asked, nothingToRead)] : end(state, 'completed', state.keeping?.kept ?? false);
}

export function end(state: ConversationState, reason: EndReason, kept: boolean, words?: Words): ConversationDraft[] {
  const { conversationId } = state;
  return [
    talk({ type: 'ConversationEnded', reason, kept }),
    ...asidesCleared(state),
    notice({ type: 'ConversationClosed', conversationId, reason, kept }, words),
  ];
}

/** KP1. Saving takes two keys: kept only if both said keep; what its author withheld goes in any case. */
export function settleKeeping(
  ground: Ground,
  step: Step,
  answers: Record<'a' | 'b', PrivateAnswer>,
): ConversationDraft[] {
  const { state } = ground;
  const kept = SEATS.every((seat) => answers[seat].choice === 'keep');
  const omitted = kept ? SEATS.flatMap((seat) => answers[seat].omit ?? []) : [];
  const settled = talk({ type: 'KeepingSettled', kept, omitted });
  if (state.stopping) return [settled, ...end(state, 'stopped', kept)];
  return [settled, ...advance({ ...ground, state: { ...state, keeping: { kept, omitted } } }, step.next)];
}
