import { appendDrafts } from '@turnward/server/events/append-drafts.ts';
import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { fivePartCheckIn } from '@turnward/shared/guides/five-part-check-in.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { isRefused } from '@turnward/shared/kernel/decider.ts';
import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { plainAnswer } from '../kit/spec-answers.ts';
import { gathered, type Log, play } from '../kit/spec-log.ts';

const IDS = { spaceId: 's1', conversationId: 'c1', author: 'robin', commandId: 'k1', at: 1 };
const ALL = ['deck/c1', 'draft/c1/a', 'draft/c1/b', 'story/c1'];

/** What goes in the same append as this command. */
function goes(log: Log, seat: Seat, command: ConversationCommand) {
  const outcome = log.decide(seat, command);
  if (isRefused(outcome)) throw new Error(outcome.refused);
  return appendDrafts(IDS, outcome, new Map()).destroy;
}
const answers = (log: Log, choice?: string): ConversationCommand => ({
  type: 'Contribute',
  turnId: log.turn.turnId,
  answer: { ...plainAnswer(log.step), ...(choice && { choice }) },
});
const passes = (log: Log): ConversationCommand => ({ type: 'PassFloor', turnId: log.turn.turnId });

describe('what an append destroys', () => {
  it('DO12 is the draft of who shared or passed, and nothing of the other’s', () => {
    for (const seat of SEATS) {
      const share = play(heard, seat).to('share');
      for (const command of [answers(share), passes(share)]) {
        expect(goes(share, seat, command)).toEqual({ documents: [`draft/c1/${seat}`] });
      }
      const plan = play(heard).to('plan');
      expect(goes(plan, seat, answers(plan))).toEqual({ documents: [`draft/c1/${seat}`] });
    }
  });

  it('DO12 is the draft of who answered in private, whoever answered first', () => {
    const log = play(heard).to('intend');
    expect(goes(log, 'b', answers(log))).toEqual({ documents: ['draft/c1/b'] });
    log.answer('b');
    expect(goes(log, 'a', passes(log))).toEqual({ documents: ['draft/c1/a'] });
    const rated = play(heard).to('respond.check');
    rated.now = rated.turn.opensAt;
    expect(goes(rated, 'a', answers(rated))).toEqual({ documents: ['draft/c1/a'] });
  });

  it('DO12 is nothing for what neither shares nor passes', () => {
    const log = play(heard).to('share');
    for (const command of [{ type: 'Pause' }, { type: 'FinishMarking', done: true }] as const) {
      expect(goes(log, 'a', command)).toBeUndefined();
    }
    const story = play(reachAndRespond).to('story').write('a', 'We slowed down.').agree('a');
    const { a: version = '' } = story.state.approvals;
    expect(goes(story, 'b', { type: 'ApproveVersion', turnId: story.turn.turnId, version })).toBeUndefined();
  });

  const ENDS: [string, () => Log, (log: Log) => ConversationCommand][] = [
    ['“not today”', () => gathered(heard), () => ({ type: 'Stop' })],
    ['“not now” on arriving', () => play(heard), (log) => answers(log, 'not-now')],
    ['stopping before anything was said', () => play(heard), () => ({ type: 'Stop' })],
    ['the last step of a talk that is kept', () => play(heard).to('plan').pass('b'), passes],
    ['the last step of a talk that never asks', () => play(fivePartCheckIn).to('plan').pass('b'), passes],
  ];
  it.each(ENDS)('KP2 is every document of the talk where it ends by %s', (_, talk, last) => {
    const log = talk();
    expect(goes(log, 'a', last(log))?.documents).toEqual(ALL);
  });

  it('KP2 is every document of the talk with its words, once it is said that they are not kept', () => {
    const log = play(reachAndRespond).to('keep').choose('a', 'keep');
    const gone = goes(log, 'b', answers(log, 'let-go'));
    expect(gone?.documents).toEqual(ALL);
    expect(gone?.streams).toContain('talk:c1');
    expect(goes(log, 'b', answers(log, 'keep'))).toEqual({ documents: ['draft/c1/b'] });
  });
});
