import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { closingStep } from '@turnward/shared/conversation/floor.ts';
import { SMALLER_PIECE } from '@turnward/shared/conversation/pace.ts';
import { may, mayEver, momentIn, type Standing } from '@turnward/shared/conversation/rights.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { facilitatorsOf } from '@turnward/shared/space/state.ts';
import type { GuestRoom } from '../../conversation/room.ts';

/** What of the room decides which acts are open. */
export type Bench = Pick<
  GuestRoom,
  'state' | 'guide' | 'step' | 'connection' | 'memberId' | 'role' | 'space' | 'presence'
>;

/** What can be asked from the console. Settling is put in between like other steps, and asks nobody for words. */
export type Act = ConversationCommand['type'] | 'SettleBoth';
const commandOf = (act: Act): ConversationCommand['type'] => (act === 'SettleBoth' ? 'InsertStep' : act);

/** Why an act is closed now: the end of `lead.closed.`. */
export type Closed =
  | 'line'
  | 'others-lead'
  | 'nobody-leads'
  | 'gathering'
  | 'begun'
  | 'paused'
  | 'stopping'
  | 'ended'
  | 'not-admitted'
  | 'not-ready'
  | 'not-here'
  | 'only-the-two'
  | 'nothing-before'
  | 'in-between'
  | 'closing'
  | 'no-box'
  | 'short-already';

/** Where this guest stands in the talk. */
export const standingOf = ({ role, memberId, state }: Pick<Bench, 'role' | 'memberId' | 'state'>): Standing =>
  role === 'observer' ? 'observer' : state.lead?.memberId === memberId ? 'lead' : 'facilitator';

/** Whether the lead may be taken: nobody has it, who has it lost the connection, or is no facilitator here any more (FA4). */
function leadIsFree({ state: { lead }, space }: Pick<Bench, 'state' | 'space'>): boolean {
  return lead === null || (lead.lost && !lead.near) || !facilitatorsOf(space).includes(lead.memberId);
}

/** FA1. Why nothing of this kind can be asked now, whatever the step is; null where it can. */
export function closedNow(bench: Bench, act: Act): Closed | null {
  const { state, connection } = bench;
  const moment = momentIn(state);
  if (moment === 'ended') return 'ended';
  if (connection !== 'connected') return 'line';
  const standing = standingOf(bench);
  // Pressing it again would change nothing.
  if (act === 'Pause' && moment === 'paused') return 'paused';
  const command = commandOf(act);
  if (moment && may(command, standing, moment)) return null;
  if (!mayEver(command, standing)) return leadIsFree(bench) ? 'nobody-leads' : 'others-lead';
  if (moment === 'gathering' || moment === 'paused' || moment === 'stopping') return moment;
  return 'begun';
}

/** Why this act is closed now, the nearest reason first; null where it is open. The server decides anew in any case. */
export function closedBecause(bench: Bench, act: Act): Closed | null {
  return closedNow(bench, act) ?? closedAtStep(bench, act);
}

function closedAtStep(bench: Bench, act: Act): Closed | null {
  const { state, step } = bench;
  const { interrupted, keeping } = state;
  switch (act) {
    case 'Begin':
      return lackingToBegin(bench);
    case 'MoveOn':
    case 'SkipStep':
      return step?.pass === null ? 'only-the-two' : null; // FA11
    case 'StepBack':
      if (interrupted) return null;
      if (keeping) return 'only-the-two'; // FA11
      return state.trail.length > 1 ? null : 'nothing-before';
    case 'EndGently':
      return interrupted === null && isClosing(bench) ? 'closing' : null;
    case 'SettleBoth':
      return interrupted ? 'in-between' : null;
    case 'InsertStep':
    case 'HandFloor':
      if (interrupted) return 'in-between';
      return keeping || step?.kind === 'keep' ? 'only-the-two' : null; // FA11
    case 'AskSmaller':
      if (!step || step.fields.length === 0 || step.visibility === 'self') return 'no-box';
      return (state.turn?.limit ?? Number.POSITIVE_INFINITY) <= SMALLER_PIECE ? 'short-already' : null;
    default:
      return null;
  }
}

/** GA1, GA2, FA5. */
function lackingToBegin({ state, presence }: Bench): Closed | null {
  if (SEATS.some((seat) => !state.admitted[seat])) return 'not-admitted';
  if (SEATS.some((seat) => !state.ready[seat])) return 'not-ready';
  return SEATS.every((seat) => presence[seat] && presence[seat].state !== 'lost') ? null : 'not-here';
}

function isClosing({ guide, step }: Bench): boolean {
  const closing = closingStep(guide);
  return step !== undefined && closing !== undefined && guide.steps.indexOf(step) >= guide.steps.indexOf(closing);
}

/** CL6. Names what the buttons of the console are about: when it changes, a press a moment later was meant for another one. */
export function benchKey({ phase, turn, hold, pause, lead, admitted, interrupted, slow }: GuestRoom['state']): string {
  const parts = [
    turn?.turnId,
    hold?.since,
    pause?.pauseId,
    pause?.round,
    lead?.memberId,
    lead?.lost,
    interrupted?.turn.turnId,
  ];
  return [phase, ...parts, admitted.a, admitted.b, slow, turn?.limit, turn?.given].join(' ');
}
