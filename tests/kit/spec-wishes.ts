import type { Answer, ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import type { Outcome } from '@turnward/shared/conversation/outcome.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';
import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import fc from 'fast-check';
import { card } from './spec-documents.ts';
import { edit } from './spec-edits.ts';
import { type Asked, actOf, besideOf, impostureOf, lineOf } from './spec-led-wishes.ts';
import { type Log, MINUTE } from './spec-log.ts';
import { plainNext } from './spec-plainly.ts';
import { another } from './spec-secrets.ts';
import { versionOf } from './wordings.ts';

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
  'mark',
  'mark',
  'mark',
  'done',
  'done',
  'deck',
  'write',
  'agree',
  'agree',
  'open',
  'take-back',
  'park',
  'stale',
  'nonsense',
  ...Array<'lead'>(8).fill('lead'),
  ...Array<'beside'>(3).fill('beside'),
  'line',
  'imposture',
] as const;

const seat: fc.Arbitrary<Seat> = fc.constantFrom(...SEATS);

const wishOf = (wants: readonly Wish['want'][]): fc.Arbitrary<Wish> =>
  fc.record({
    seat,
    want: fc.constantFrom(...wants),
    dice: fc.nat(9999),
    waitMs: fc.constantFrom(0, 0, 1, 5_000, MINUTE, 30 * MINUTE),
    here: fc.subarray([...SEATS]),
  });

const wishesOf = (wants: readonly Wish['want'][]) => fc.array(wishOf(wants), { maxLength: 30, size: 'max' });

export const wishes = wishesOf(WANTS);

/** The same where somebody leads who has a lot to do. */
export const ledWishes = wishesOf([
  ...WANTS,
  ...Array<'lead'>(20).fill('lead'),
  ...Array<'beside'>(8).fill('beside'),
  'line',
  'line',
  'imposture',
]);

/** `secret` is what the partner in seat `a` keeps private: another secret, another private text, number or pass. */
export function commandOf(log: Log, { seat, want, dice }: Wish, secret = 0): Asked {
  const { turn, pause, pauses, proposal } = log.state;
  const turnId = turn?.turnId ?? 't1';
  const pauseId = pause?.pauseId ?? `p${pauses}`;
  const [who, command] = ((): Asked => {
    switch (want) {
      case 'forward':
        return forward(log, seat);
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
      case 'mark':
        return [seat, markOf(log, dice)];
      case 'done':
        return [seat, { type: 'FinishMarking', done: dice % 4 > 0 }];
      case 'deck':
        // Changing a card is no command. What is asked changes nothing.
        return [seat, { type: 'FinishMarking', done: log.state.marking[seat] }];
      case 'write':
        return [seat, { type: 'TakeBackApprovals', turnId }];
      case 'agree': {
        const text = dice % 5 === 0 ? 'Other words.' : log.documents.textOf(turnId);
        return [seat, { type: 'ApproveVersion', turnId, version: versionOf(text) }];
      }
      case 'open':
        return [seat, { type: 'OpenWords', seq: log.state.closed[0] ?? dice % (log.head + 2) }];
      case 'take-back':
        return [seat, { type: 'TakeBackWords', turnId }];
      case 'park':
        return [seat, { type: 'ParkNews', turnId, ...(dice % 2 && { note: 'n'.repeat(dice % 2100) }) }];
      case 'stale':
        return [seat, { type: 'PassFloor', turnId: `t${dice % ((log.state.turns || 1) + 2)}` }];
      case 'nonsense':
        return [seat, nonsense(turnId, pauseId, dice)];
      case 'lead':
        return log.facilitators.length > 0 ? actOf(log, dice) : forward(log, seat);
      case 'beside':
        return besideOf(log, seat, dice);
      case 'line':
        return lineOf(log, dice);
      case 'imposture':
        return impostureOf(log, seat, dice, forward(log, seat)[1]);
    }
  })();
  const isTheirs = who === 'a' || (command.type === 'Whisper' && command.to === 'a');
  return [who, isTheirs && secret > 0 ? another(log, command, secret) : command];
}

const forward = (log: Log, seat: Seat): Asked => plainNext(log) ?? [seat, { type: 'Stop' }];

export function grant(log: Log, wished: Wish, secret = 0): Outcome {
  log.after(wished.waitMs);
  edit(log, wished);
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

/** A mark on a card of the deck; at times for words that it no longer has, or on none. */
function markOf({ documents }: Log, dice: number): ConversationCommand {
  const { deck } = documents;
  const { cardId, version } = deck[dice % (deck.length + (dice % 7 ? 0 : 1))] ?? card('none');
  const seen = dice % 5 === 0 ? card(cardId, 'Other words.').version : version;
  return { type: 'MarkCard', cardId, version: seen, ready: dice % 4 > 0 };
}

function nonsense(turnId: string, pauseId: string, dice: number): ConversationCommand {
  const all: ConversationCommand[] = [
    { type: 'Contribute', turnId, answer: {} },
    { type: 'Contribute', turnId, answer: { text: { none: 'x' }, scales: { none: 1 }, choice: 'none', omit: [1] } },
    { type: 'Contribute', turnId, answer: { scales: { stirred: Number.NaN, met: -1 } } },
    { type: 'Contribute', turnId: '', answer: { text: { text: 'x' } } },
    { type: 'Approve', turnId, seq: -1 },
    { type: 'ApproveVersion', turnId, version: '' },
    { type: 'MarkCard', cardId: '__proto__', version: 'constructor', ready: true },
    { type: 'Return', pauseId: '', stirred: 3 },
    { type: 'Return', pauseId, stirred: 10.5 },
    { type: 'Return', pauseId, stirred: 3, sentence: 'x'.repeat(281) },
    { type: 'SizePause', pauseId, size: 'break', returnAt: 0 },
  ];
  return all[dice % all.length] as ConversationCommand;
}
