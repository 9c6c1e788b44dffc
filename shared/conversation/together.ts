import { refuse } from '../kernel/decider.ts';
import { otherSeat } from '../kernel/stream.ts';
import type { AtTurn } from './contribute.ts';
import { isWrittenTogether } from './floor.ts';
import { type Outcome, talk } from './outcome.ts';
import { advance } from './progress.ts';

/** TU10. Agrees to the wording that was read, where the server holds that very wording; with both, the step is done. */
export function approveVersion(at: AtTurn, version: string): Outcome {
  const { state, turn, step, asking } = at;
  const { seat, together } = asking;
  const [field] = step.fields;
  if (!isWrittenTogether(step) || !field) return refuse('nothing-to-approve');
  if (together?.version !== version) return refuse('text-changed');
  const { text } = together;
  if (text.trim() === '') return refuse('empty'); // TU12
  if (text.length > field.max) return refuse('too-long');
  if (state.approvals[seat] === version) return [];

  const { turnId } = turn;
  const approved = talk({ type: 'VersionApproved', turnId, seat, version });
  if (state.approvals[otherSeat(seat)] !== version) return [approved];
  const about = { turnId, stepId: step.id, kind: step.kind, version };
  const agreed = talk({ type: 'Agreed', ...about }, { text: { [field.id]: text } });
  return [approved, agreed, ...advance(at, step.next)];
}

/** TU11. An edit takes back both approvals, whoever made it. */
export function takeBackApprovals({ state, turn, asking }: AtTurn): Outcome {
  if (Object.keys(state.approvals).length === 0) return [];
  return [talk({ type: 'ApprovalsTakenBack', turnId: turn.turnId, by: asking.seat })];
}
