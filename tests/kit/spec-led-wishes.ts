import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import type { Asker } from '@turnward/shared/conversation/decide-for.ts';
import { otherSeat, SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import { ADA, facilitator, GRACE, type Log, MINUTE, OBSERVER, serverFor } from './spec-log.ts';

export type Asked = [Seat | Asker, ConversationCommand];

const oneOf = <Item>(items: readonly [Item, ...Item[]], dice: number): Item => items[dice % items.length] ?? items[0];
const seatOf = (dice: number): Seat => oneOf(['a', 'b'], dice);

/** Anything that a facilitator may do to a talk, at times for a turn that is over. */
function act({ state, now }: Log, dice: number, waysTo: number): ConversationCommand {
  const { turn, turns, pause, pauses, hold, interrupted } = state;
  const turnId = dice % 11 === 0 ? `t${dice % (turns + 2)}` : (turn?.turnId ?? 't1');
  const [to, seat] = [seatOf(dice >> 3), seatOf(dice >> 4)];
  if ((hold || interrupted) && dice % 3 === 0) return { type: 'ReturnFloor', turnId };
  return oneOf<ConversationCommand>(
    [
      { type: 'MoveOn', turnId },
      { type: 'SkipStep', turnId, reason: oneOf(['Enough of this for today.', ' ', 'x'.repeat(281)], dice >> 2) },
      { type: 'StepBack', turnId },
      { type: 'HoldFloor', turnId },
      { type: 'ReturnFloor', turnId },
      { type: 'HandFloor', turnId, to },
      { type: 'InsertStep', turnId, what: 'settle' },
      { type: 'InsertStep', turnId, what: oneOf(['mirror', 'tell', 'settle'], dice >> 5), to },
      { type: 'GiveTime', turnId, minutes: oneOf([5, 1, 30, 0, 1.5], dice >> 2) },
      { type: 'AskSmaller', turnId },
      { type: 'SetSlowMode', on: dice % 2 === 0 },
      { type: 'Admit', seat },
      { type: 'Admit', seat: otherSeat(seat) },
      { type: 'SendBack', seat },
      { type: 'TakeLead' },
      { type: 'HandLead', to: oneOf([GRACE, ADA, OBSERVER.memberId], dice >> 2) },
      { type: 'TakeBackApprovals', turnId },
      dice % 9 === 0 ? { type: 'Stop' } : { type: 'Begin' },
      dice % 3 === 0 ? { type: 'Pause' } : { type: 'TimeOut', returnAt: now + (dice % 90) * MINUTE },
      { type: 'SizePause', pauseId: pause?.pauseId ?? `p${pauses}`, size: 'quiet' },
      dice % 5 === 0 ? { type: 'EndGently', turnId } : { type: 'TakeLead' },
    ],
    waysTo,
  );
}

/** Whoever leads, or at times the other facilitator. */
const aFacilitator = ({ state: { lead } }: Log, dice: number): Asker => {
  const leads = lead?.memberId ?? ADA;
  return facilitator(dice % 5 === 0 ? oneOf([ADA, GRACE], leads === ADA ? 1 : 0) : leads);
};

export const actOf = (log: Log, dice: number): Asked => [aFacilitator(log, dice), act(log, dice, Math.floor(dice / 3))];

/** Something beside the talk, by the partner in this seat or by a facilitator for them. */
export function besideOf(log: Log, seat: Seat, dice: number): Asked {
  const text = oneOf(['I need a minute.', 'Can we stop soon?', ' '], dice >> 2);
  const boxes = { location: 'Elm Street 4', phone: '', contact: 'Sam', pauseWord: 'harbour' };
  return oneOf<Asked>(
    [
      [seat, { type: 'Whisper', text }],
      [seat, { type: 'CheckIn', alone: dice % 2 === 0, ...boxes }],
      [seat, { type: 'ShareRatings', on: dice % 3 > 0 }],
      [seat, { type: 'ShareRatings', on: true }],
      [seat, { type: 'AskForHelp' }],
      [aFacilitator(log, dice >> 1), { type: 'Whisper', to: seat, text }],
      [aFacilitator(log, dice >> 1), { type: 'AnswerHelp', seat }],
    ],
    dice,
  );
}

/** The line of whoever leads, or of somebody else, is lost or back. */
export const lineOf = ({ state: { lead } }: Log, dice: number): Asked => [
  serverFor(dice % 4 === 0 ? GRACE : (lead?.memberId ?? ADA)),
  { type: 'NoteLead', here: dice % 2 === 0 },
];

/** Somebody asks what is another role's to ask: nothing may come of it. */
export function impostureOf(log: Log, seat: Seat, dice: number, partners: ConversationCommand): Asked {
  const ways = Math.floor(dice / 3);
  return oneOf<Asked>(
    [
      [OBSERVER, oneOf([partners, act(log, dice, ways), besideOf(log, seat, dice)[1]], dice >> 2)],
      [seat, LEADS_ONLY.has(act(log, dice, ways).type) ? act(log, dice, ways) : { type: 'TakeLead' }],
      [facilitator(ADA), PARTNERS_ONLY.has(partners.type) ? partners : { type: 'AskForHelp' }],
      [oneOf<Seat | Asker>([...SEATS, facilitator(ADA), OBSERVER] as never, dice), { type: 'NoteLead', here: false }],
      [serverFor(ADA), partners],
    ],
    dice,
  );
}

const named = (types: string): ReadonlySet<string> => new Set(types.split(' '));
const LEADS_ONLY = named(
  'MoveOn SkipStep StepBack HoldFloor ReturnFloor HandFloor InsertStep GiveTime AskSmaller SetSlowMode Admit SendBack ' +
    'TakeLead HandLead TimeOut EndGently',
);
const PARTNERS_ONLY = named(
  'SetReady Contribute Approve PassFloor MarkCard FinishMarking ApproveVersion Return CheckIn ShareRatings AskForHelp',
);
