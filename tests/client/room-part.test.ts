import { nextForMe, partOf } from '@turnward/client/features/talk/room-part.ts';
import { floorOf } from '@turnward/client/room/floor-view.ts';
import { outlineView } from '@turnward/client/room/outline-view.ts';
import { isTooSoon } from '@turnward/client/ui/steady-press.ts';
import { initialState } from '@turnward/shared/conversation/state.ts';
import { stepById } from '@turnward/shared/guides/all-guides.ts';
import { fivePartCheckIn } from '@turnward/shared/guides/five-part-check-in.ts';
import type { Guide, Step } from '@turnward/shared/guides/guide.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { describe, expect, it } from 'vitest';
import { TalkRecord } from './record-talk.ts';

const step = (guide: Guide, id: string): Step => stepById(guide, id) as Step;
const partsAt = (talk: TalkRecord, guide: Guide) => {
  const now = step(guide, talk.state.turn?.stepId ?? '');
  return { a: partOf(talk.state, now, 'a'), b: partOf(talk.state, now, 'b') };
};

describe('what a step asks of each', () => {
  it('CL7 one writes and the other listens', () => {
    const talk = new TalkRecord(heard).playTo('share');
    expect(partsAt(talk, heard)).toEqual({ a: 'write', b: 'listen' });
    expect(floorOf(talk.state, step(heard, 'share'), 'b')).toEqual({ kind: 'theirs', seat: 'a' });
  });

  it('CL7 who has answered alone is done, and the other’s page is as if nothing had happened', () => {
    const talk = new TalkRecord(heard).playTo('rate');
    const before = partsAt(talk, heard);
    talk.do('a', { type: 'Contribute', turnId: talk.turnId, answer: { scales: { stirred: 2 } } });
    expect(before).toEqual({ a: 'write', b: 'write' });
    expect(partsAt(talk, heard)).toEqual({ a: 'done', b: 'write' });
    // B's replica lacks A's private stream altogether.
    const seenByB = { ...talk.state, answered: {} };
    expect(partOf(seenByB, step(heard, 'rate'), 'b')).toBe('write');
  });

  it('TU6 joint words wait for the other, who sees them to agree or to write differently', () => {
    const talk = new TalkRecord(fivePartCheckIn).playTo('plan');
    expect(partsAt(talk, fivePartCheckIn)).toEqual({ a: 'write', b: 'write' });
    talk.do('b', { type: 'PassFloor', turnId: talk.turnId });
    expect(partsAt(talk, fivePartCheckIn)).toEqual({ a: 'write', b: 'left' });
    talk.do('a', { type: 'Contribute', turnId: talk.turnId, answer: { text: { text: 'The holidays.' } } });
    expect(partsAt(talk, fivePartCheckIn)).toEqual({ a: 'proposed', b: 'approve' });
  });

  it('CL7 says what comes next for the listener', () => {
    expect(nextForMe(heard, step(heard, 'share'), 'b', 'a')?.id).toBe('hear.mirror');
    expect(nextForMe(heard, step(heard, 'respond.check'), 'b', 'a')?.id).toBe('share~2');
    expect(nextForMe(heard, step(heard, 'plan'), 'b', 'a')).toBeUndefined();
    expect(floorOf(initialState, step(heard, 'share'), 'a')).toBeNull();
  });

  it('CL6 a press is heeded only once the buttons have stood still for 0.7 s', () => {
    expect(isTooSoon(1000, 1699)).toBe(true);
    expect(isTooSoon(1000, 1700)).toBe(false);
  });
});

describe('the rail', () => {
  const states = (id: string) => outlineView(heard, step(heard, id), 'b').lines.map(({ state }) => state);

  it('CL7 marks what was, is and comes', () => {
    expect(states('share')).toEqual(['done', 'now', 'ahead', 'ahead', 'ahead', 'ahead']);
    expect(states('summary')).toEqual(['done', 'done', 'done', 'now', 'ahead', 'ahead']);
    expect(states('keep')).toEqual(['done', 'done', 'done', 'done', 'done', 'now']);
  });

  it('CL7 opens the lines of the round again for the second partner', () => {
    expect(states('hear.mirror~2')).toEqual(['done', 'done', 'now', 'ahead', 'ahead', 'ahead']);
    expect(outlineView(heard, step(heard, 'share'), 'b').round).toEqual({ number: 1, sharer: 'b' });
    expect(outlineView(heard, step(heard, 'share~2'), 'b').round).toEqual({ number: 2, sharer: 'a' });
    expect(outlineView(heard, step(heard, 'rate'), 'b').round).toBeNull();
  });
});
