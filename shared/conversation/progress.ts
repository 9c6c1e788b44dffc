import type { Step } from '../guides/guide.ts';
import type { Words } from '../kernel/event.ts';
import { SEATS } from '../kernel/stream.ts';
import { type Asked, nextAsked } from './deck.ts';
import type { EndReason } from './events.ts';
import { holdersOf } from './floor.ts';
import { type ConversationDraft, notice, type Scene, talk } from './outcome.ts';
import type { ConversationState, PrivateAnswer } from './state.ts';

/** TU1. Starts the next turn; its id follows from the count of turns, so that replays agree. */
export function startTurn({ state, asking }: Scene, asked: Asked, nothingToRead = false): ConversationDraft {
  const { step, cardId, words } = asked;
  const wait = nothingToRead && step.kind !== 'settle' ? 0 : step.minReadSec * 1000;
  const started = talk({
    type: 'TurnStarted',
    turnId: `t${state.turns + 1}`,
    stepId: step.id,
    holders: holdersOf(step, state.first),
    opensAt: asking.now + wait,
    ...(cardId !== undefined && { cardId }),
  });
  return words ? { ...started, words } : started;
}

/** Goes where the script leads: to the next turn, or to the end. */
export function advance(scene: Scene, next: string, nothingToRead = false): ConversationDraft[] {
  const asked = nextAsked(scene, next);
  const { state } = scene;
  return asked ? [startTurn(scene, asked, nothingToRead)] : end(state, 'completed', state.keeping?.kept ?? false);
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
  scene: Scene,
  step: Step,
  answers: Record<'a' | 'b', PrivateAnswer>,
): ConversationDraft[] {
  const { state } = scene;
  const kept = SEATS.every((seat) => answers[seat].choice === 'keep');
  const omitted = kept ? SEATS.flatMap((seat) => answers[seat].omit ?? []) : [];
  const settled = talk({ type: 'KeepingSettled', kept, omitted });
  if (state.stopping) return [settled, ...end(state, 'stopped', kept)];
  return [settled, ...advance({ ...scene, state: { ...state, keeping: { kept, omitted } } }, step.next)];
}
