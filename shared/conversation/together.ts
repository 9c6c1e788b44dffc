import { stepById } from '../guides/all-guides.ts';
import { refuse } from '../kernel/decider.ts';
import { otherSeat, type Seat } from '../kernel/stream.ts';
import type { AtTurn } from './contribute.ts';
import { isWrittenTogether } from './floor.ts';
import { type Ground, type Outcome, talk } from './outcome.ts';
import { longest } from './pace.ts';
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
  if (text.length > longest(field.max, state)) return refuse('too-long');
  if (state.approvals[seat] === version) return [];

  const { turnId } = turn;
  const approved = talk({ type: 'VersionApproved', turnId, seat, version });
  if (state.approvals[otherSeat(seat)] !== version) return [approved];
  const about = { turnId, stepId: step.id, kind: step.kind, version };
  const agreed = talk({ type: 'Agreed', ...about }, { text: { [field.id]: text } });
  return [approved, agreed, ...advance(at, step.next)];
}

/** Who changed the words: one of the two, or a facilitator by member id. */
type Editor = { by: Seat } | { by: null; facilitator: string };

/**
 * TU11. An edit takes back both approvals, whoever made it: also those that wait behind a step put in between. `who.by` is null
 * for a facilitator, who is named (FA3), and has a part in these words only where the guide says so.
 */
export function takeBackApprovals({ guide, state }: Ground, turnId: string, who: Editor): Outcome {
  const { by } = who;
  const there = [{ turn: state.turn, approvals: state.approvals }, state.interrupted].find(
    (each) => each?.turn?.turnId === turnId,
  );
  if (!there?.turn) return refuse('stale-turn'); // FL2
  const { turn, approvals } = there;
  if (by && !turn.holders.includes(by)) return refuse('not-your-floor'); // FL3
  if (Object.keys(approvals).length === 0) return [];
  if (!by && !stepById(guide, turn.stepId)?.facilitatorWrites) return refuse('not-yours-to-do');
  return [talk({ type: 'ApprovalsTakenBack', turnId, ...who })];
}
