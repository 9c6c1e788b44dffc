import type { Answer, ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import type { Outcome } from '@turnward/shared/conversation/outcome.ts';
import { STIRRED_FROM } from '@turnward/shared/conversation/pause.ts';
import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';
import { otherSeat, SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import fc from 'fast-check';
import { plainAnswer } from './spec-answers.ts';
import { gathered, type Log, MINUTE } from './spec-log.ts';

/** What somebody wants at random; which command that is depends on where the talk stands when they press. */
export type Wish = {
  seat: Seat;
  want: (typeof WANTS)[number];
  /** Dice for whatever has to be chosen. */
  dice: number;
  waitMs: number;
  here: Seat[];
};

const WANTS = [
  ...Array<'forward'>(10).fill('forward'),
  ...Array<'answer'>(6).fill('answer'),
  'pass',
  'approve',
  'ready',
  'begin',
  'pause',
  'size',
  'return',
  'return',
  'stop',
  'stale',
  'nonsense',
] as const;

const seat: fc.Arbitrary<Seat> = fc.constantFrom(...SEATS);

const wish: fc.Arbitrary<Wish> = fc.record({
  seat,
  want: fc.constantFrom(...WANTS),
  dice: fc.nat(9999),
  waitMs: fc.constantFrom(0, 0, 1, 5_000, MINUTE, 30 * MINUTE),
  here: fc.subarray([...SEATS]),
});

export const wishes = fc.array(wish, { maxLength: 30, size: 'max' });

/** A talk at any turn of any guide, in the gathering room too: plainly played up to there, each time a copy. */
export const anyTalk = (where: (log: Log) => boolean = () => true): fc.Arbitrary<Log> => {
  const talks = startingPoints().filter(where);
  return fc.nat(talks.length - 1).map((at) => (talks[at] as Log).copy());
};

function startingPoints(): Log[] {
  const points: Log[] = [];
  for (const guide of GUIDES) {
    for (const first of SEATS) {
      const log = gathered(guide, first);
      for (const [who, command] of plainly(log)) {
        if (log.state.phase === 'gathering' || log.state.turns !== points.at(-1)?.state.turns) points.push(log.copy());
        log.do(who, command);
      }
    }
  }
  return points;
}

/** The commands that bring a talk to its end in the plainest way, each made when it is asked for. */
export function* plainly(log: Log): Generator<[Seat, ConversationCommand]> {
  for (let guard = 0; guard < 400; guard++) {
    const next = plainNext(log);
    if (!next) return;
    yield next;
  }
  throw new Error('no end in sight');
}

function plainNext(log: Log): [Seat, ConversationCommand] | undefined {
  const { phase, ready, pause, returned, proposal, done, answered } = log.state;
  if (phase === 'ended') return undefined;
  if (phase === 'gathering') {
    const unready = SEATS.find((each) => !ready[each]);
    return unready ? [unready, { type: 'SetReady', ready: true }] : ['b', { type: 'Begin' }];
  }
  if (pause) {
    log.now = Math.max(log.now, (pause.sizedAt ?? pause.since) + 20 * MINUTE);
    const rated = (each: Seat) => returned[each]?.pauseId === pause.pauseId && returned[each].round === pause.round;
    return [SEATS.find((each) => !rated(each)) ?? 'a', { type: 'Return', pauseId: pause.pauseId, stirred: 2 }];
  }
  const { turn, step } = log;
  log.now = Math.max(log.now, turn.opensAt);
  const { turnId } = turn;
  if (proposal) return [otherSeat(proposal.seat), { type: 'Approve', turnId, seq: proposal.seq }];
  const missing = turn.holders.find((each) => !done.includes(each) && answered[each]?.turnId !== turnId);
  return [missing ?? 'a', { type: 'Contribute', turnId, answer: plainAnswer(step) }];
}

/** `secret` is what the partner in seat `a` keeps private: another secret, another private text, number or pass. */
export function commandOf(log: Log, { seat, want, dice }: Wish, secret = 0): [Seat, ConversationCommand] {
  const { turn, pause, pauses, proposal } = log.state;
  const turnId = turn?.turnId ?? 't1';
  const pauseId = pause?.pauseId ?? `p${pauses}`;
  const [who, command] = ((): [Seat, ConversationCommand] => {
    switch (want) {
      case 'forward':
        return plainNext(log) ?? [seat, { type: 'Stop' }];
      case 'answer':
        return [seat, { type: 'Contribute', turnId, answer: turn ? anyAnswer(log, seat, log.step, dice) : {} }];
      case 'pass':
        return [seat, { type: 'PassFloor', turnId }];
      case 'approve':
        return [seat, { type: 'Approve', turnId, seq: dice % 3 === 0 ? dice % (log.head + 2) : (proposal?.seq ?? 0) }];
      case 'ready':
        return [seat, { type: 'SetReady', ready: dice % 3 > 0 }];
      case 'begin':
        return [seat, { type: 'Begin' }];
      case 'pause':
        return [seat, { type: 'Pause' }];
      case 'size': {
        const returnAt = log.now + (dice % 30) * 60 * MINUTE;
        return [seat, { type: 'SizePause', pauseId, ...(dice % 2 ? { size: 'quiet' } : { size: 'break', returnAt }) }];
      }
      case 'return':
        return [seat, { type: 'Return', pauseId, stirred: dice % 9 }];
      case 'stop':
        // Stopping is rare, or every talk would be short.
        return [seat, dice % 4 === 0 ? { type: 'Stop' } : { type: 'Pause' }];
      case 'stale':
        return [seat, { type: 'PassFloor', turnId: `t${dice % ((log.state.turns || 1) + 2)}` }];
      case 'nonsense':
        return [seat, nonsense(turnId, pauseId, dice)];
    }
  })();
  return [who, who === 'a' && secret > 0 ? another(log, command, secret) : command];
}

export function grant(log: Log, wished: Wish, secret = 0): Outcome {
  log.after(wished.waitMs);
  const [who, command] = commandOf(log, wished, secret);
  return log.ask(who, command, command.type === 'Begin' && wished.want === 'forward' ? SEATS : wished.here);
}

function anyAnswer(log: Log, seat: Seat, step: Step, dice: number): Answer {
  const fields = step.fields.filter((_, at) => (dice >> at) % 4 !== 0);
  const choice = step.choices[dice % (step.choices.length || 1)];
  const text = (max: number, at: number) => 'w'.repeat((dice * (at + 7)) % (max + 3));
  const mine = Object.keys(log.state.authors)
    .map(Number)
    .filter((seq) => dice % 5 === 0 || log.state.authors[seq] === seat);
  return {
    text: Object.fromEntries(fields.map(({ id, max }, at) => [id, text(max, at)])),
    scales: Object.fromEntries(step.scales.map(({ id }, at) => [id, (dice + at * 3) % 11])),
    ...(choice && { choice: choice.id }),
    ...(step.kind === 'keep' && { omit: mine.filter((seq) => (dice + seq) % 3 === 0) }),
  };
}

function nonsense(turnId: string, pauseId: string, dice: number): ConversationCommand {
  const all: ConversationCommand[] = [
    { type: 'Contribute', turnId, answer: {} },
    { type: 'Contribute', turnId, answer: { text: { none: 'x' }, scales: { none: 1 }, choice: 'none', omit: [1] } },
    { type: 'Contribute', turnId, answer: { scales: { stirred: Number.NaN, met: -1 } } },
    { type: 'Contribute', turnId: '', answer: { text: { text: 'x' } } },
    { type: 'Approve', turnId, seq: -1 },
    { type: 'Return', pauseId: '', stirred: 3 },
    { type: 'Return', pauseId, stirred: 10.5 },
    { type: 'Return', pauseId, stirred: 3, sentence: 'x'.repeat(281) },
    { type: 'SizePause', pauseId, size: 'break', returnAt: 0 },
  ];
  return all[dice % all.length] as ConversationCommand;
}

/** The same command as far as the partner may know, with other private words and numbers. */
function another(log: Log, command: ConversationCommand, secret: number): ConversationCommand {
  if (command.type === 'Return') {
    return {
      ...command,
      stirred: otherNumber(command.stirred, secret),
      sentence: command.sentence ?? 'Between me and me.',
    };
  }
  if (command.type !== 'Contribute' || !log.state.turn) return command;
  const { answer } = command;
  const { visibility, kind } = log.step;
  const numbers = Object.entries(answer.scales ?? {}).map(([id, value]) => [id, otherNumber(value, secret)]);
  const scales = answer.scales && { scales: Object.fromEntries(numbers) };
  // What is shown later, and what goes with "not now", is not private.
  const isPrivate = visibility === 'self' && kind !== 'keep' && answer.choice !== 'not-now';
  const words = Object.entries(answer.text ?? {}).map(([id, text]) => [id, text.replaceAll(/\w/g, 'z')]);
  const when = kind === 'ready' && isPrivate ? { when: 'Rather not, but yes.'.slice(secret) } : {};
  const text = isPrivate && (answer.text || kind === 'ready') && { text: { ...Object.fromEntries(words), ...when } };
  return { ...command, answer: { ...answer, ...scales, ...text } };
}

/** Another valid rating on the same side of what offers a settling pause; what is no rating stays as it is. */
function otherNumber(value: number, secret: number): number {
  if (!Number.isInteger(value) || value < 0 || value > 10) return value;
  return value < STIRRED_FROM ? (value + secret) % STIRRED_FROM : STIRRED_FROM + ((value - STIRRED_FROM + secret) % 4);
}
