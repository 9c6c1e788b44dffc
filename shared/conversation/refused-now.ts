import type { ConversationCommand } from './commands.ts';
import type { ConversationRefusal } from './refusals.ts';
import { type Moment, may, mayEver, momentIn, RIGHTS, type Standing } from './rights.ts';
import type { ConversationState } from './state.ts';

/** What a moment says to whom it gives no right. */
const WHY: Record<Exclude<Moment, 'live'>, ConversationRefusal> = {
  gathering: 'not-begun',
  held: 'held',
  paused: 'paused',
  stopping: 'only-the-two-decide',
  kept: 'ended',
  ended: 'ended',
};

/**
 * FA1. Why this can't be asked now, whatever it says; undefined where the table allows it. Before the talk began and after
 * it ended that is said; what is for the gathering or for a pause alone is told so; else it is the moment that is in the way.
 */
export function refusedNow(
  state: ConversationState,
  command: ConversationCommand['type'],
  standing: Standing,
): ConversationRefusal | undefined {
  if (!mayEver(command, standing)) return 'not-yours-to-do';
  const moment = momentIn(state);
  if (!moment) return 'not-begun';
  if (may(command, standing, moment)) return undefined;
  const [first, ...others] = RIGHTS[command][standing] ?? [];
  if (first === 'kept') return 'not-kept';
  if (moment === 'gathering' || moment === 'kept' || moment === 'ended') return WHY[moment];
  if (first === 'gathering' && others.length === 0) return 'already-begun';
  if (first === 'paused' || moment === 'live') return 'not-paused';
  return WHY[moment];
}
