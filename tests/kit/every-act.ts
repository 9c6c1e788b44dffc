import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';

/** Well formed, for the turn at which `heard` waits for the first to share. */
export const turnId = 't4';
export const ACTS_OF_A_FACILITATOR: ConversationCommand[] = [
  { type: 'TakeLead' },
  { type: 'HandLead', to: 'somebody' },
  { type: 'Admit', seat: 'a' },
  { type: 'SendBack', seat: 'b' },
  { type: 'MoveOn', turnId },
  { type: 'SkipStep', turnId, reason: 'Enough of it.' },
  { type: 'StepBack', turnId },
  { type: 'EndGently', turnId },
  { type: 'HoldFloor', turnId },
  { type: 'ReturnFloor', turnId },
  { type: 'HandFloor', turnId, to: 'a' },
  { type: 'InsertStep', turnId, what: 'settle' },
  { type: 'GiveTime', turnId, minutes: 5 },
  { type: 'AskSmaller', turnId },
  { type: 'SetSlowMode', on: true },
  { type: 'TimeOut', returnAt: 0 },
  { type: 'AnswerHelp', seat: 'a' },
];
export const ACTS_OF_A_PARTNER: ConversationCommand[] = [
  { type: 'SetReady', ready: true },
  { type: 'Contribute', turnId, answer: { text: { text: 'Mine.' } } },
  { type: 'Approve', turnId, seq: 1 },
  { type: 'PassFloor', turnId },
  { type: 'MarkCard', cardId: 'close', version: '0'.repeat(64), ready: true },
  { type: 'FinishMarking', done: true },
  { type: 'ApproveVersion', turnId, version: '0'.repeat(64) },
  { type: 'OpenWords', seq: 1 },
  { type: 'TakeBackWords', turnId },
  { type: 'ParkNews', turnId },
  { type: 'Return', pauseId: 'p1', stirred: 1 },
  { type: 'CheckIn', alone: true, location: '', phone: '', contact: '', pauseWord: '' },
  { type: 'ShareRatings', on: true },
  { type: 'AskForHelp' },
];
const ACTS_OF_BOTH: ConversationCommand[] = [
  { type: 'Begin' },
  { type: 'Stop' },
  { type: 'Pause' },
  { type: 'SizePause', pauseId: 'p1', size: 'quiet' },
  { type: 'TakeBackApprovals', turnId },
  { type: 'Whisper', text: 'Psst.' },
];
export const EVERY_ACT = [...ACTS_OF_A_FACILITATOR, ...ACTS_OF_A_PARTNER, ...ACTS_OF_BOTH];
