import { stepById } from '../guides/all-guides.ts';
import { END, type Guide, type Step } from '../guides/guide.ts';
import type { Words } from '../kernel/event.ts';
import { SEATS } from '../kernel/stream.ts';
import type { EndReason } from './events.ts';
import { holdersOf } from './floor.ts';
import { type ConversationDraft, notice, talk } from './outcome.ts';
import type { ConversationState, PrivateAnswer } from './state.ts';

/** TU1. Starts the next turn; its id follows from the count of turns, so that replays agree. */
export function startTurn(state: ConversationState, step: Step, now: number, nothingToRead = false): ConversationDraft {
  const wait = nothingToRead && step.kind !== 'settle' ? 0 : step.minReadSec * 1000;
  return talk({
    type: 'TurnStarted',
    turnId: `t${state.turns + 1}`,
    stepId: step.id,
    holders: holdersOf(step, state.first),
    opensAt: now + wait,
  });
}

/** Goes where the script leads: to the next turn, or to the end. */
export function advance(
  guide: Guide,
  state: ConversationState,
  next: string,
  now: number,
  nothingToRead = false,
): ConversationDraft[] {
  const step = next === END ? undefined : stepById(guide, next);
  return step ? [startTurn(state, step, now, nothingToRead)] : end(state, 'completed', state.keeping?.kept ?? false);
}

export function end(state: ConversationState, reason: EndReason, kept: boolean, words?: Words): ConversationDraft[] {
  const { conversationId } = state;
  return [
    talk({ type: 'ConversationEnded', reason, kept }),
    notice({ type: 'ConversationClosed', conversationId, reason, kept }, words),
  ];
}

/** KP1. Saving takes two keys: kept only if both said keep; what its author withheld goes in any case. */
export function settleKeeping(
  guide: Guide,
  state: ConversationState,
  step: Step,
  answers: Record<'a' | 'b', PrivateAnswer>,
  now: number,
): ConversationDraft[] {
  const kept = SEATS.every((seat) => answers[seat].choice === 'keep');
  const omitted = kept ? SEATS.flatMap((seat) => answers[seat].omit ?? []) : [];
  const settled = talk({ type: 'KeepingSettled', kept, omitted });
  if (state.stopping) return [settled, ...end(state, 'stopped', kept)];
  return [settled, ...advance(guide, { ...state, keeping: { kept, omitted } }, step.next, now)];
}
