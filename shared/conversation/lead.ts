import { refuse } from '../kernel/decider.ts';
import type { Seat } from '../kernel/stream.ts';
import type { ConversationCommand } from './commands.ts';
import { type Facilitation, type Ground, type Outcome, talk } from './outcome.ts';
import { pausedBy } from './pause.ts';
import { end } from './progress.ts';
import { momentIn } from './rights.ts';

/** FA4. Where nobody leads, where the leader has no line here at all, and where whoever led is no facilitator here any more. */
export function takeLead({ state, asking }: Facilitation): Outcome {
  const { lead } = state;
  const { memberId, facilitators = [] } = asking;
  if (lead?.memberId === memberId) return [];
  const reachable = lead && (!lead.lost || lead.near);
  if (reachable && facilitators.includes(lead.memberId)) return refuse('one-leads-already');
  return [talk({ type: 'LeadTaken', by: memberId })];
}

/** FA4. By name, to another facilitator of this space. */
export function handLead({ asking }: Facilitation, to: string): Outcome {
  const { memberId, facilitators = [] } = asking;
  if (to === memberId) return [];
  if (!facilitators.includes(to)) return refuse('no-facilitator');
  return [talk({ type: 'LeadHanded', by: memberId, to })];
}

/** GA3. Not today: nobody waits for a talk that does not come. Once it has begun, only the two stop it. */
export const callOff = ({ state, asking }: Facilitation): Outcome => [
  talk({ type: 'CalledOff', by: asking.memberId }),
  ...end(state, 'put-off', false),
];

/** FA5. Out of the waiting room, or back into it; where this partner is already, nothing changes. */
export function letIn({ state, asking }: Facilitation, seat: Seat, admitted: boolean): Outcome {
  if (state.admitted[seat] === admitted) return [];
  return [talk({ type: admitted ? 'Admitted' : 'SentBack', by: asking.memberId, seat })];
}

/** FA3. Of a facilitator of this space, once in a turn. */
export function noteCards({ state, asking }: Ground, memberId: string): Outcome {
  const known = state.cardsChangedBy === memberId || !(asking.facilitators ?? []).includes(memberId);
  return known ? [] : [talk({ type: 'CardsChanged', by: memberId })];
}

type NoteLead = Extract<ConversationCommand, { type: 'NoteLead' }>;

/**
 * FA9. Only of whoever leads now; what is known already changes nothing. Whoever is `near`, in the space and not in this talk, is
 * missed and can be called: nothing pauses for that. A pause is nobody's: it names no one.
 */
export function noteLead({ guide, state }: Ground, memberId: string, { here, near = false }: NoteLead): Outcome {
  const { lead } = state;
  if (lead?.memberId !== memberId) return [];
  if (here) return lead.lost ? [talk({ type: 'LeadBack', memberId })] : [];
  if (lead.lost && (near || !lead.near)) return [];
  const lost = talk({ type: 'LeadLost', memberId, ...(near && { near }) });
  const moment = momentIn(state);
  const pauses = !near && guide.leadLost === 'pauses' && (moment === 'live' || moment === 'held');
  return pauses ? [lost, pausedBy(state, { by: null, leadLost: true })] : [lost];
}
