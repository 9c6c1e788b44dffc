import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';
import { plainAnswer } from './spec-answers.ts';
import { ADA, GRACE, type Log, MINUTE } from './spec-log.ts';
import { versionOf } from './wordings.ts';

type Type = ConversationCommand['type'];
type OfType<T extends Type> = Extract<ConversationCommand, { type: T }>;

const seat: Seat = 'b';

/** One well-formed command of each type, made for where this talk stands. */
const MADE: { [T in Type]: (log: Log) => OfType<T> } = {
  SetReady: () => ({ type: 'SetReady', ready: false }),
  Begin: () => ({ type: 'Begin' }),
  Contribute: (log) => ({
    type: 'Contribute',
    turnId: turnOf(log),
    answer: log.state.turn ? plainAnswer(log.step) : {},
  }),
  Approve: (log) => ({ type: 'Approve', turnId: turnOf(log), seq: log.state.proposal?.seq ?? 0 }),
  PassFloor: (log) => ({ type: 'PassFloor', turnId: turnOf(log) }),
  OpenWords: (log) => ({ type: 'OpenWords', seq: log.state.closed[0] ?? theirSeq(log) }),
  TakeBackWords: (log) => ({ type: 'TakeBackWords', turnId: turnOf(log) }),
  ParkNews: (log) => ({ type: 'ParkNews', turnId: turnOf(log) }),
  MarkCard: ({ documents: { deck } }) => {
    const [card = { cardId: 'none', version: 'none' }] = deck;
    return { type: 'MarkCard', cardId: card.cardId, version: card.version, ready: true };
  },
  FinishMarking: () => ({ type: 'FinishMarking', done: true }),
  ApproveVersion: (log) => {
    const turnId = turnOf(log);
    return { type: 'ApproveVersion', turnId, version: versionOf(log.documents.textOf(turnId)) };
  },
  TakeBackApprovals: (log) => ({ type: 'TakeBackApprovals', turnId: turnOf(log) }),
  Pause: () => ({ type: 'Pause' }),
  SizePause: ({ state }) => ({ type: 'SizePause', pauseId: state.pause?.pauseId ?? 'p1', size: 'quiet' }),
  Return: ({ state }) => ({ type: 'Return', pauseId: state.pause?.pauseId ?? 'p1', stirred: 3 }),
  Stop: () => ({ type: 'Stop' }),
  Whisper: () => ({ type: 'Whisper', text: 'Between us.' }),
  CheckIn: () => ({ type: 'CheckIn', alone: true, location: 'At home.', phone: '', contact: '', pauseWord: '' }),
  ShareRatings: () => ({ type: 'ShareRatings', on: true }),
  AskForHelp: () => ({ type: 'AskForHelp' }),
  FoldWords: (log) => ({ type: 'FoldWords', seq: ownSeq(log), folded: true }),
  WithdrawWords: (log) => ({ type: 'WithdrawWords', seq: ownSeq(log) }),
  AddNote: (log) => ({ type: 'AddNote', about: ownSeq(log), text: 'I see it otherwise now.' }),
  AnswerHelp: () => ({ type: 'AnswerHelp', seat }),
  TakeLead: () => ({ type: 'TakeLead' }),
  HandLead: () => ({ type: 'HandLead', to: GRACE }),
  Admit: () => ({ type: 'Admit', seat }),
  SendBack: () => ({ type: 'SendBack', seat }),
  MoveOn: (log) => ({ type: 'MoveOn', turnId: turnOf(log) }),
  SkipStep: (log) => ({ type: 'SkipStep', turnId: turnOf(log), reason: 'Another day.' }),
  StepBack: (log) => ({ type: 'StepBack', turnId: turnOf(log) }),
  EndGently: (log) => ({ type: 'EndGently', turnId: turnOf(log) }),
  HoldFloor: (log) => ({ type: 'HoldFloor', turnId: turnOf(log) }),
  ReturnFloor: (log) => ({ type: 'ReturnFloor', turnId: turnOf(log) }),
  HandFloor: (log) => ({ type: 'HandFloor', turnId: turnOf(log), to: seat }),
  InsertStep: (log) => ({ type: 'InsertStep', turnId: turnOf(log), what: 'mirror', to: seat }),
  GiveTime: (log) => ({ type: 'GiveTime', turnId: turnOf(log), minutes: 5 }),
  AskSmaller: (log) => ({ type: 'AskSmaller', turnId: turnOf(log) }),
  SetSlowMode: ({ state }) => ({ type: 'SetSlowMode', on: !state.slow }),
  TimeOut: ({ now }) => ({ type: 'TimeOut', returnAt: now + 30 * MINUTE }),
  NoteLead: () => ({ type: 'NoteLead', here: false }),
  NoteCards: () => ({ type: 'NoteCards' }),
};

const turnOf = ({ state }: Log): string => state.turn?.turnId ?? 't1';

/** Something that partner `a`, who asks, said in this talk. */
const ownSeq = ({ state }: Log): number =>
  Number(Object.keys(state.authors).find((seq) => state.authors[Number(seq)] === 'a'));

/** Something that the other one said. */
const theirSeq = ({ state }: Log): number =>
  Number(Object.keys(state.authors).find((seq) => state.authors[Number(seq)] === 'b') ?? 0);

export const commandFor = (type: Type, log: Log): ConversationCommand => MADE[type](log);

/** All of them, and those that come in more than one shape in each. */
export const everyCommand = (log: Log): ConversationCommand[] => [
  ...Object.values(MADE).map((make) => make(log)),
  { type: 'SetReady', ready: true },
  { type: 'SizePause', pauseId: 'p1', size: 'break', returnAt: log.now + 30 * MINUTE },
  { type: 'Whisper', to: 'a', text: 'Between us.' },
  { type: 'InsertStep', turnId: turnOf(log), what: 'settle' },
  { type: 'HandLead', to: ADA },
  { type: 'NoteLead', here: true },
];
