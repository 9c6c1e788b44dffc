import { refuse } from '../kernel/decider.ts';
import type { ConversationCommand } from './commands.ts';
import { type Outcome, own, type Scene, talk } from './outcome.ts';

/** In UTF-16 units. */
export const LONGEST_PARK_NOTE = 2000;

type ParkNews = Extract<ConversationCommand, { type: 'ParkNews' }>;

/** PK5, PK6. Said once in a turn by each; neither the floor nor the turn changes. What it is stays with whoever parked it. */
export function parkNews({ state, asking }: Scene, { turnId, note = '' }: ParkNews): Outcome {
  const { turn } = state;
  const { seat } = asking;
  if (turn?.turnId !== turnId) return refuse('stale-turn'); // FL2
  if (note.length > LONGEST_PARK_NOTE) return refuse('too-long');
  const noted = note.trim();
  if (state.parked.some((each) => each.seat === seat && each.turnId === turnId))
    return noted === '' ? [] : refuse('parked-already');
  return [
    talk({ type: 'NewsParked', seat, turnId, stepId: turn.stepId }),
    ...(noted === '' ? [] : [own({ type: 'ParkNoted', seat, turnId }, { text: { note: noted } })]),
  ];
}
