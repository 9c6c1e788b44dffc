import { stepById } from '../guides/all-guides.ts';
import type { Step } from '../guides/guide.ts';
import { refuse } from '../kernel/decider.ts';
import { SEATS, type Seat } from '../kernel/stream.ts';
import { askedAt } from './deck.ts';
import { type Outcome, type Scene, talk } from './outcome.ts';
import { startTurn } from './progress.ts';
import type { ConversationState } from './state.ts';

/** PK2. What one says alone at a heavy step arrives closed to the other. */
export const arrivesClosed = ({ heavy, actor }: Step): boolean =>
  heavy === true && (actor === 'sharer' || actor === 'responder');

/** PK2. By the one they are said to; what is open already stays so. */
export function openWords({ state, asking }: Scene, seq: number): Outcome {
  const { seat } = asking;
  const author = state.authors[seq];
  if (author === undefined) return refuse('words-gone');
  if (author === seat) return refuse('not-yours-to-do');
  return state.closed.includes(seq) ? [talk({ type: 'WordsOpened', seat, seq })] : [];
}

/**
 * PK3. What this partner said last, where they may still take it back: nobody has opened it, and nothing was done in the turn that
 * followed. A seq in `talk`.
 */
export function mayTakeBack(state: ConversationState, seat: Seat): number | undefined {
  const { lastClosed, turn, interrupted, done, proposal, approvals, keeping, stopping } = state;
  if (lastClosed?.seat !== seat || turn?.turnId !== lastClosed.followedBy) return undefined;
  const answered = SEATS.some((each) => state.answered[each]?.turnId === turn.turnId);
  const begun = answered || done.length > 0 || proposal !== null || Object.keys(approvals).length > 0;
  return begun || interrupted || keeping || stopping ? undefined : lastClosed.seq;
}

/** PK3, PK4. The words go in this record, and the step is its author's again; one refusal, whatever came between. */
export function takeBackWords(scene: Scene, turnId: string): Outcome {
  const { guide, state, asking } = scene;
  const { seat } = asking;
  if (state.turn?.turnId !== turnId) return refuse('stale-turn'); // FL2
  const seq = mayTakeBack(state, seat);
  const step = state.lastClosed && stepById(guide, state.lastClosed.stepId);
  const asked = step && askedAt(scene, step);
  if (seq === undefined || !asked) return refuse('cannot-take-back');
  const again = startTurn(scene, asked, true);
  return [talk({ type: 'WordsTakenBack', seat, seq, turnId }), again];
}
