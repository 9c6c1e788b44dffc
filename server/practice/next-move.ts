import { offered } from '@turnward/shared/conversation/answer.ts';
import type { Answer, ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { isWrittenTogether } from '@turnward/shared/conversation/floor.ts';
import type { DeckCard } from '@turnward/shared/conversation/outcome.ts';
import { returnOpensAt } from '@turnward/shared/conversation/pause.ts';
import { isHeld } from '@turnward/shared/conversation/rights.ts';
import type { ConversationState, Pause, Turn } from '@turnward/shared/conversation/state.ts';
import { stepById } from '@turnward/shared/guides/all-guides.ts';
import type { Guide, Step } from '@turnward/shared/guides/guide.ts';
import { otherSeat, type Seat } from '@turnward/shared/kernel/stream.ts';
import type { Language } from '@turnward/shared/space/events.ts';
import { PRACTICE_WORDS } from './words.ts';

/** What the practice partner would do, one after another, and not before when (ms). It plays by the rules. */
export type Move = { commands: ConversationCommand[]; notBefore: number };

/** `rehearsal`: the other partner is scripted too, and a facilitator leads the two. */
export type Script = { seat: Seat; language: Language; rehearsal: boolean };

/** Sees what a partner sees; `deck` are the cards as they are now, needed where it `wantsToMark`. */
export function nextMove(
  guide: Guide,
  state: ConversationState,
  script: Script,
  deck: readonly DeckCard[] = [],
): Move | undefined {
  const { seat } = script;
  if (wantsToMark(state, seat)) return readyForAll(state, seat, deck);
  if (state.phase === 'gathering') {
    return state.ready[seat] || waitsToBeAdmitted(state, seat)
      ? undefined
      : { commands: [{ type: 'SetReady', ready: true }], notBefore: 0 };
  }
  if (state.phase !== 'live') return undefined;
  if (state.pause) return comeBack(state, state.pause, script);
  if (isHeld(state)) return undefined; // FA6
  const step = state.turn && stepById(guide, state.turn.stepId);
  if (!state.turn || !step?.id || !state.turn.holders.includes(seat)) return undefined;
  return onTheFloor(state, state.turn, step, script);
}

/** FA5. Ready is said once whoever leads has let this partner out of the waiting room. */
const waitsToBeAdmitted = ({ lead, admitted }: ConversationState, seat: Seat): boolean =>
  lead !== null && !lead.lost && !admitted[seat];

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

/** How long two scripted partners leave a pause on, so that whoever rehearses with them sees one. In ms. */
const REHEARSED_PAUSE = 15_000;

/** It comes back calm, once the person has chosen how long, and a break is over. */
function comeBack(state: ConversationState, pause: Pause, { seat, rehearsal }: Script): Move | undefined {
  const rated = state.returned[seat];
  if (rated?.pauseId === pause.pauseId && rated.round === pause.round) return undefined;
  const seen = rehearsal ? (pause.sizedAt ?? pause.since) + REHEARSED_PAUSE : 0;
  const notBefore = Math.max(returnOpensAt(pause), seen);
  return { commands: [{ type: 'Return', pauseId: pause.pauseId, stirred: 3 }], notBefore };
}

function onTheFloor(
  state: ConversationState,
  { turnId, opensAt }: Turn,
  step: Step,
  { seat, language, rehearsal }: Script,
): Move | undefined {
  const contribute = (): Move => ({
    commands: [{ type: 'Contribute', turnId, answer: answerTo(step, state, language) }],
    notBefore: opensAt,
  });
  if (step.actor === 'both') {
    const agreed = jointly(state, turnId, seat, isWrittenTogether(step));
    if (agreed || !rehearsal || seat !== 'a' || state.done.includes(seat)) return agreed;
    if (isWrittenTogether(step)) return { commands: [{ type: 'PassFloor', turnId }], notBefore: 0 };
    return state.proposal ? undefined : contribute();
  }
  const done = step.visibility === 'pair' ? state.done.includes(seat) : state.answered[seat]?.turnId === turnId;
  return done ? undefined : contribute();
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
  const room = (max: number) => Math.min(max, state.turn?.limit ?? max);
  const text = wanted.map(({ id, max }) => [id, words.slice(0, room(max))]);
  return {
    ...(text.length > 0 && { text: Object.fromEntries(text) }),
    ...(step.scales.length > 0 && {
      scales: Object.fromEntries(step.scales.map(({ id }) => [id, id === 'stirred' ? 3 : 8])),
    }),
    ...(choice && { choice: choice.id }),
  };
}
