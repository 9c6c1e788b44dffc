import type { Role } from '../kernel/stream.ts';
import type { ConversationCommand } from './commands.ts';
import { type ConversationState, isLed } from './state.ts';

/**
 * Who asks. `lead` is the facilitator who leads this talk, `facilitator` any other one of the space; `server` is nobody's
 * device. A role comes from the membership that the server finds for a session, never from a frame (R17).
 */
export type Standing = Exclude<Role, 'facilitator'> | 'lead' | 'facilitator' | 'server';
export const STANDINGS: readonly Standing[] = ['partner', 'lead', 'facilitator', 'observer', 'server'];

/**
 * How the talk is. `held`: live, and a facilitator or the guide holds the floor. `stopping`: only what may be kept is left to say.
 * `kept`: over, and kept by both. */
export type Moment = 'gathering' | 'live' | 'held' | 'paused' | 'stopping' | 'kept' | 'ended';
export const MOMENTS: readonly Moment[] = ['gathering', 'live', 'held', 'paused', 'stopping', 'kept', 'ended'];

type Rights = Partial<Record<Standing, readonly Moment[]>>;

const LIVE: readonly Moment[] = ['live', 'held'];
const BEGUN: readonly Moment[] = ['live', 'held', 'paused', 'stopping'];
const OPEN: readonly Moment[] = ['gathering', ...BEGUN];

/**
 * FA1. The whole of who may ask what, when. What is not here is refused. A cell that is here may still be refused for what
 * the command says: a stale turn, an empty answer, a choice that is not offered.
 */
export const RIGHTS: Record<ConversationCommand['type'], Rights> = {
  SetReady: { partner: ['gathering'] },
  Begin: { partner: ['gathering'], lead: ['gathering'] },
  Contribute: { partner: ['live', 'stopping'] },
  Approve: { partner: ['live', 'stopping'] },
  PassFloor: { partner: ['live', 'stopping'] },
  OpenWords: { partner: ['live', 'held', 'stopping'] },
  TakeBackWords: { partner: ['live'] }, // PK3
  ParkNews: { partner: LIVE },
  MarkCard: { partner: ['gathering', 'live', 'held', 'stopping'] },
  FinishMarking: { partner: ['gathering', 'live', 'held', 'stopping'] },
  ApproveVersion: { partner: ['live', 'stopping'] },
  TakeBackApprovals: { partner: BEGUN, lead: BEGUN, facilitator: BEGUN },

  // PA1, R9. Nobody can refuse a pause or undo one: only the two come back, together.
  Pause: { partner: BEGUN, lead: BEGUN, facilitator: BEGUN },
  SizePause: { partner: ['paused'], lead: ['paused'], facilitator: ['paused'] },
  Return: { partner: ['paused'] },
  Stop: { partner: OPEN, lead: ['gathering'] },

  Whisper: { partner: OPEN, lead: OPEN, facilitator: OPEN },
  CheckIn: { partner: OPEN },
  ShareRatings: { partner: OPEN },
  AskForHelp: { partner: OPEN },
  AnswerHelp: { lead: OPEN, facilitator: OPEN },

  // ER1 to ER3. One's own words of a talk that was kept, later.
  FoldWords: { partner: ['kept'] },
  WithdrawWords: { partner: ['kept'] },
  AddNote: { partner: ['kept'] },

  TakeLead: { facilitator: OPEN, lead: OPEN },
  HandLead: { lead: OPEN },
  Admit: { lead: ['gathering', ...LIVE] },
  SendBack: { lead: ['gathering', ...LIVE] },
  MoveOn: { lead: LIVE },
  SkipStep: { lead: LIVE },
  StepBack: { lead: LIVE },
  EndGently: { lead: LIVE },
  HoldFloor: { lead: LIVE },
  ReturnFloor: { lead: LIVE },
  HandFloor: { lead: LIVE },
  InsertStep: { lead: LIVE },
  GiveTime: { lead: LIVE },
  AskSmaller: { lead: LIVE },
  SetSlowMode: { lead: ['gathering', ...LIVE] },
  TimeOut: { lead: LIVE },

  NoteLead: { server: OPEN },
  NoteCards: { server: BEGUN },
};

/** Whether this standing may ever ask this; what it may not, is answered `not-yours-to-do` whatever the moment. */
export const mayEver = (command: ConversationCommand['type'], standing: Standing): boolean =>
  RIGHTS[command][standing] !== undefined;

/** FA1. One cell of the matrix. */
export const may = (command: ConversationCommand['type'], standing: Standing, moment: Moment): boolean =>
  RIGHTS[command][standing]?.includes(moment) ?? false;

/** How a talk is; undefined where there is none yet. */
export function momentIn({ phase, pause, stopping, ...state }: ConversationState): Moment | undefined {
  if (phase === 'unopened') return undefined;
  if (phase === 'ended' && state.ended?.kept && !state.expired) return 'kept';
  if (phase !== 'live') return phase;
  if (pause) return 'paused';
  if (stopping) return 'stopping';
  return isHeld(state) ? 'held' : 'live';
}

/**
 * FA6. The floor is closed to both: it is held, or one of the two was sent back to the waiting room by whoever leads. Never
 * while the leader's line is lost, whatever they had pressed last (FA9).
 */
export const isHeld = ({ hold, lead, admitted }: Pick<ConversationState, 'hold' | 'lead' | 'admitted'>): boolean =>
  isLed({ lead }) && (hold !== null || !(admitted.a && admitted.b));
