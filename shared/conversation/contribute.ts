import type { Step } from '../guides/guide.ts';
import { refuse } from '../kernel/decider.ts';
import type { Words } from '../kernel/event.ts';
import { otherSeat, SEATS, type Seat } from '../kernel/stream.ts';
import { checkAnswer, wordsOf } from './answer.ts';
import { ratingShown } from './aside.ts';
import { arrivesClosed } from './closed.ts';
import type { Answer } from './commands.ts';
import { nextOf } from './floor.ts';
import { type ConversationDraft, type Outcome, own, type Scene, talk } from './outcome.ts';
import { stopForToday } from './pause.ts';
import { advance, end, settleKeeping } from './progress.ts';
import { anythingSaid, type PrivateAnswer, type Turn } from './state.ts';

/** The turn that a command was made for, its step, and who asks: what every act on the floor needs. */
export type AtTurn = Scene & { turn: Turn; step: Step };

export function contribute(at: AtTurn, answer: Answer): Outcome {
  const { state, turn, step, asking } = at;
  if (answeredAlready(at)) return refuse('already-answered');
  if (asking.now < turn.opensAt) return refuse('still-reading'); // TU5
  const checked = checkAnswer(step, answer, state);
  if ('refused' in checked) return checked;
  const omit = answer.omit ?? [];
  if (omit.length > 0 && (step.kind !== 'keep' || omit.some((seq) => state.authors[seq] !== asking.seat))) {
    return refuse('not-your-words');
  }

  if (step.visibility !== 'pair') {
    const { text, scales, choice } = checked;
    const stirred = isStirred(step, scales);
    const header = {
      ...(choice !== undefined && { choice }),
      ...(stirred && { stirred }),
      ...(omit.length > 0 && { omit }),
    };
    return answerPrivately(at, header, wordsOf({ ...(text && { text }), ...(scales && { scales }) }).words);
  }

  const { text, scales, choice } = checked;
  const { seat } = asking;
  const about = { turnId: turn.turnId, stepId: step.id, kind: step.kind, seat };
  const chosen = choice === undefined ? {} : { choice };
  // PR4: numbers stay in the author's own stream, whatever else of the answer is shown.
  const numbers = scales
    ? [...ratingShown(state, seat, step.id, { scales }), own({ type: 'Answered', ...about }, { scales })]
    : [];
  const words = text && { text };

  if (step.actor === 'both') {
    return [...numbers, talk({ type: 'Contributed', ...about, ...chosen, joint: true }, words)];
  }
  const said = talk({ type: 'Contributed', ...about, ...chosen, ...(arrivesClosed(step) && { closed: true }) }, words);
  if (step.actor === 'each' && !state.done.includes(otherSeat(seat))) return [...numbers, said];
  return [...numbers, said, ...advance(at, nextOf(step, choice))];
}

/** TU4. A holder may always give the floor on without words, where the step allows it; no reading time is asked. */
export function passFloor(at: AtTurn): Outcome {
  const { state, turn, step, asking } = at;
  if (step.pass === null) return refuse('cannot-pass');
  if (answeredAlready(at)) return refuse('already-answered');
  if (step.visibility !== 'pair') return answerPrivately(at, { passed: true });
  const { seat } = asking;
  if (step.actor === 'both' && state.done.includes(seat)) return []; // left open already
  const passed = talk({
    type: 'Contributed',
    turnId: turn.turnId,
    stepId: step.id,
    kind: step.kind,
    seat,
    passed: true,
  });
  if (turn.holders.length > 1 && !state.done.includes(otherSeat(seat))) return [passed];
  return [passed, ...advance(at, step.pass, true)];
}

/** Joint words count once the other partner agrees to that very version; nobody approves their own. */
export function approve(at: AtTurn, seq: number): Outcome {
  const { state, turn, step, asking } = at;
  const { proposal } = state;
  if (!proposal || proposal.seq !== seq || proposal.seat === asking.seat) return refuse('nothing-to-approve');
  const approved = talk({ type: 'Approved', turnId: turn.turnId, seat: asking.seat, seq });
  return [approved, ...advance(at, step.next)];
}

/** For a joint step "done" means that the seat leaves it open; proposing again stays possible. */
function answeredAlready({ state, turn, step, asking }: AtTurn): boolean {
  if (step.visibility !== 'pair') return state.answered[asking.seat]?.turnId === turn.turnId;
  return step.actor === 'each' && state.done.includes(asking.seat);
}

type PrivateHeader = Omit<PrivateAnswer, 'turnId' | 'seq'>;

/** PR3. A private answer is recorded for its author alone; what both must know follows once both have answered. */
function answerPrivately(at: AtTurn, header: PrivateHeader, words?: Words): Outcome {
  const { state, turn, step, asking } = at;
  const { seat } = asking;
  if (step.kind === 'ready' && header.choice === 'not-now') return putOff(at, words);
  const about = { turnId: turn.turnId, stepId: step.id, kind: step.kind, seat };
  const answered = [
    ...ratingShown(state, seat, step.id, words), // WH3
    own({ type: 'Answered', ...about, ...header }, words),
  ];
  const theirs = state.answered[otherSeat(seat)];
  if (theirs?.turnId !== turn.turnId) return answered;
  const mine = { turnId: turn.turnId, seq: 0, ...header };
  return [...answered, ...bothAnswered(at, mine, theirs, words)];
}

function bothAnswered(at: AtTurn, mine: PrivateAnswer, theirs: PrivateAnswer, words?: Words): ConversationDraft[] {
  const { state, turn, step, asking } = at;
  const answers: Record<Seat, PrivateAnswer> = asking.seat === 'a' ? { a: mine, b: theirs } : { a: theirs, b: mine };
  if (step.kind === 'keep') return settleKeeping(at, step, answers);
  const same = mine.choice === theirs.choice ? mine.choice : undefined;
  const onward = advance(at, nextOf(step, same)); // TU9
  if (step.visibility === 'reveal_together') {
    const about = { turnId: turn.turnId, stepId: step.id, kind: step.kind };
    const reveal = (seat: Seat): ConversationDraft => {
      if (answers[seat].passed) return talk({ type: 'Revealed', ...about, seat, passed: true });
      const shown = talk({ type: 'Revealed', ...about, seat });
      if (seat === asking.seat) return words ? { ...shown, words } : shown;
      return { ...shown, words: { copyOf: { kind: `own/${seat}`, seq: theirs.seq } } };
    };
    return [...SEATS.map(reveal), ...onward];
  }
  // PA7: a settling pause is offered to both, once both have answered, and names nobody.
  const stirred = mine.stirred || theirs.stirred;
  return stirred ? [...onward, talk({ type: 'Paused', pauseId: `p${state.pauses + 1}`, by: null })] : onward;
}

/**
 * "Not now" needs no reason and waits for nobody. Other times, where named, are for both to read. Where words were said before,
 * it is stopping for today: what may be kept is asked (PA5), and there is no place for other times.
 */
function putOff(at: AtTurn, words?: Words): Outcome {
  const { state, turn, step, asking } = at;
  const about = { turnId: turn.turnId, stepId: step.id, kind: step.kind, seat: asking.seat };
  const notNow = { type: 'Answered', ...about, choice: 'not-now' } as const;
  if (anythingSaid(state)) return words ? refuse('unknown-field') : [own(notNow), ...stopForToday(at)];
  return [own(notNow), ...end(state, 'put-off', false, words)];
}

function isStirred(step: Step, scales?: Record<string, number>): true | undefined {
  const { settleAt } = step;
  return settleAt !== undefined && Object.values(scales ?? {}).some((value) => value >= settleAt) ? true : undefined;
}
