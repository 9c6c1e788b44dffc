import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import type { Asker } from '@turnward/shared/conversation/decide-for.ts';
import { isWrittenTogether } from '@turnward/shared/conversation/floor.ts';
import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import { otherSeat, SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import fc from 'fast-check';
import { plainAnswer } from './spec-answers.ts';
import type { Asked } from './spec-led-wishes.ts';
import { facilitator, gathered, type Log, led, MINUTE } from './spec-log.ts';
import { versionOf } from './wordings.ts';

/** A talk at any turn of any guide, in the gathering room too: plainly played up to there, each time a copy. */
export const anyTalk = (where: (log: Log) => boolean = () => true): fc.Arbitrary<Log> => {
  known ??= startingPoints();
  const talks = known.filter(where);
  return fc.nat(talks.length - 1).map((at) => (talks[at] as Log).copy());
};

/** Where talks may start from: looked for once, since only copies are ever played on. */
let known: readonly Log[] | undefined;

/** Each guide as it stands; and where it has cards, with some that both are ready for, asked once or twice. */
function startingPoints(): Log[] {
  const points: Log[] = [];
  for (const guide of GUIDES) {
    for (const first of SEATS) {
      points.push(...pointsOf(gathered(guide, first)), ...pointsOf(led(guide, first)));
      const cards = guide.cards?.map(({ id }) => id) ?? [];
      if (cards.length === 0) continue;
      const log = gathered(guide, first);
      log.documents.reword(cards[1] ?? '', 'What was the smallest kind thing today?');
      log.readyFor(...cards.slice(0, 3));
      points.push(...pointsOf(log), ...pointsOf(log.copy(), true));
    }
  }
  return points;
}

function pointsOf(from: Log, onceMore = false): Log[] {
  const log = from.copy();
  const points: Log[] = [];
  for (const [who, command] of plainly(log)) {
    if (log.state.phase === 'gathering' || log.state.turns !== points.at(-1)?.state.turns) points.push(log.copy());
    if (onceMore && isSeat(who) && log.state.turn?.stepId === 'another' && log.state.visits['another'] === 1)
      log.choose(who, 'another');
    else log.do(who, command);
  }
  return points;
}

const isSeat = (who: Asked[0]): who is Seat => typeof who === 'string';

/** The commands that bring a talk to its end in the plainest way, each made when it is asked for. */
export function* plainly(log: Log): Generator<Asked> {
  for (let guard = 0; guard < 400; guard++) {
    const next = plainNext(log);
    if (!next) return;
    yield next;
  }
  throw new Error('no end in sight');
}

export function plainNext(log: Log): Asked | undefined {
  const { phase, ready, pause, stopping, returned, proposal, done, answered } = log.state;
  if (phase === 'ended') return undefined;
  if (phase === 'gathering') {
    const waits = letsIn(log);
    if (waits) return waits;
    const unready = SEATS.find((each) => !ready[each]);
    return unready ? [unready, { type: 'SetReady', ready: true }] : [leaderOf(log) ?? 'b', { type: 'Begin' }];
  }
  if (pause) {
    log.now = Math.max(log.now, (pause.sizedAt ?? pause.since) + 20 * MINUTE);
    const rated = (each: Seat) => returned[each]?.pauseId === pause.pauseId && returned[each].round === pause.round;
    return [SEATS.find((each) => !rated(each)) ?? 'a', { type: 'Return', pauseId: pause.pauseId, stirred: 2 }];
  }
  const { turn, step } = log;
  const { turnId } = turn;
  const opens = stopping ? undefined : opensFloor(log, turnId);
  if (opens) return opens;
  log.now = Math.max(log.now, turn.opensAt);
  if (isWrittenTogether(step)) return plainlyTogether(log, step.fields[0]?.max ?? 0);
  if (proposal) return [otherSeat(proposal.seat), { type: 'Approve', turnId, seq: proposal.seq }];
  const missing = turn.holders.find((each) => !done.includes(each) && answered[each]?.turnId !== turnId);
  return [missing ?? 'a', { type: 'Contribute', turnId, answer: plainAnswer(step) }];
}

/** Whoever leads, while their line is there. */
const leaderOf = ({ state: { lead } }: Log): Asker | undefined =>
  lead && !lead.lost ? facilitator(lead.memberId) : undefined;

/** The leader lets in whoever waits. */
function letsIn(log: Log): Asked | undefined {
  const leader = leaderOf(log);
  const seat = SEATS.find((each) => !log.state.admitted[each]);
  return leader && seat ? [leader, { type: 'Admit', seat }] : undefined;
}

/** The leader opens the floor that is held. */
function opensFloor(log: Log, turnId: string): Asked | undefined {
  const leader = leaderOf(log);
  if (leader && log.state.hold) return [leader, { type: 'ReturnFloor', turnId }];
  return letsIn(log);
}

function plainlyTogether({ state, turn, documents }: Log, max: number): [Seat, ConversationCommand] {
  const { turnId } = turn;
  const written = documents.textOf(turnId);
  if (written.trim() === '' || written.length > max) documents.write(turnId, 'Some words.');
  const version = versionOf(documents.textOf(turnId));
  const missing = SEATS.find((each) => state.approvals[each] !== version) ?? 'a';
  return [missing, { type: 'ApproveVersion', turnId, version }];
}
