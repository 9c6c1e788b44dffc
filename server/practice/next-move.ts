import { offered } from '@turnward/shared/conversation/answer.ts';
import type { Answer, ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { isWrittenTogether } from '@turnward/shared/conversation/floor.ts';
import type { DeckCard } from '@turnward/shared/conversation/outcome.ts';
import { returnOpensAt } from '@turnward/shared/conversation/pause.ts';
import type { ConversationState, Pause, Turn } from '@turnward/shared/conversation/state.ts';
import { stepById } from '@turnward/shared/guides/all-guides.ts';
import type { Guide, Step } from '@turnward/shared/guides/guide.ts';
import { otherSeat, type Seat } from '@turnward/shared/kernel/stream.ts';
import type { Language } from '@turnward/shared/space/events.ts';
import { PRACTICE_WORDS } from './words.ts';

/** What the practice partner would do, one after another, and not before when (ms). It plays by the rules. */
export type Move = { commands: ConversationCommand[]; notBefore: number };

/** Sees what a partner sees; `deck` are the cards as they are now, needed where it `wantsToMark`. */
export function nextMove(
  guide: Guide,
  state: ConversationState,
  seat: Seat,
  language: Language,
  deck: readonly DeckCard[] = [],
): Move | undefined {
  if (wantsToMark(state, seat)) return readyForAll(state, seat, deck);
  if (state.phase === 'gathering') {
    return state.ready[seat] ? undefined : { commands: [{ type: 'SetReady', ready: true }], notBefore: 0 };
  }
  if (state.phase !== 'live') return undefined;
  if (state.pause) return comeBack(state, state.pause, seat);
  const step = state.turn && stepById(guide, state.turn.stepId);
  if (!state.turn || !step?.id || !state.turn.holders.includes(seat)) return undefined;
  return onTheFloor(state, state.turn, step, seat, language);
}

/** It looks at the cards once the person is done with them, and not while the talk is paused. */
export const wantsToMark = ({ phase, pause, marking }: ConversationState, seat: Seat): boolean =>
  (phase === 'gathering' || phase === 'live') && !pause && marking[otherSeat(seat)] && !marking[seat];

/** It is ready for whatever the person wants to be asked. */
function readyForAll(state: ConversationState, seat: Seat, deck: readonly DeckCard[]): Move {
  const isMarked = ({ cardId, version }: DeckCard) => {
    const mark = state.marks[seat][cardId];
    return mark?.ready && mark.version === version;
  };
  const marks = deck
    .filter((card) => !isMarked(card))
    .map(({ cardId, version }): ConversationCommand => ({ type: 'MarkCard', cardId, version, ready: true }));
  return { commands: [...marks, { type: 'FinishMarking', done: true }], notBefore: 0 };
}

/** It comes back calm, once the person has chosen how long, and a break is over. */
function comeBack(state: ConversationState, pause: Pause, seat: Seat): Move | undefined {
  const rated = state.returned[seat];
  if (rated?.pauseId === pause.pauseId && rated.round === pause.round) return undefined;
  return { commands: [{ type: 'Return', pauseId: pause.pauseId, stirred: 3 }], notBefore: returnOpensAt(pause) };
}

function onTheFloor(
  state: ConversationState,
  { turnId, opensAt }: Turn,
  step: Step,
  seat: Seat,
  language: Language,
): Move | undefined {
  if (step.actor === 'both') return jointly(state, turnId, seat, isWrittenTogether(step));
  const done = step.visibility === 'pair' ? state.done.includes(seat) : state.answered[seat]?.turnId === turnId;
  if (done) return undefined;
  return { commands: [{ type: 'Contribute', turnId, answer: answerTo(step, state, language) }], notBefore: opensAt };
}

/** Joint words are the person's to write: it agrees to what they agree to, and leaves open what they leave open. */
function jointly(state: ConversationState, turnId: string, seat: Seat, together: boolean): Move | undefined {
  const { proposal, approvals, done } = state;
  const other = otherSeat(seat);
  const version = approvals[other];
  if (together && version && approvals[seat] !== version) {
    return { commands: [{ type: 'ApproveVersion', turnId, version }], notBefore: 0 };
  }
  if (proposal && proposal.seat !== seat) {
    return { commands: [{ type: 'Approve', turnId, seq: proposal.seq }], notBefore: 0 };
  }
  const leftOpen = done.includes(other) && !done.includes(seat);
  return leftOpen ? { commands: [{ type: 'PassFloor', turnId }], notBefore: 0 } : undefined;
}

/** The choices that lead on, in order of preference. */
const ONWARD = ['yes', 'whole', 'on', 'keep', 'arrived', 'this-piece', 'another'];

function answerTo(step: Step, state: ConversationState, language: Language): Answer {
  const said = PRACTICE_WORDS[language];
  const words = said[step.kind] ?? said.otherwise;
  const wanted = step.fields.filter(({ required }, at) => required || at < (step.atLeast ?? 0));
  const open = step.choices.filter((choice) => offered(choice, step.id, state));
  const choice = ONWARD.flatMap((id) => open.filter((each) => each.id === id))[0] ?? open[0];
  return {
    ...(wanted.length > 0 && { text: Object.fromEntries(wanted.map(({ id, max }) => [id, words.slice(0, max)])) }),
    ...(step.scales.length > 0 && {
      scales: Object.fromEntries(step.scales.map(({ id }) => [id, id === 'stirred' ? 3 : 8])),
    }),
    ...(choice && { choice: choice.id }),
  };
}
