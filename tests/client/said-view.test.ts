import { type Entry, exchangeOf } from '@turnward/client/room/said-view.ts';
import { stepById } from '@turnward/shared/guides/all-guides.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { describe, expect, it } from 'vitest';
import { TalkRecord } from './record-talk.ts';

const exchange = (talk: TalkRecord) => {
  const step = stepById(talk.guide, talk.state.turn?.stepId ?? '') as Step;
  return exchangeOf(talk.streams.talk, talk.guide, step, talk.state.proposal?.seq);
};
const kinds = (entries: Entry[]) =>
  entries.map((entry) => (entry.type === 'said' ? `${entry.seat} ${entry.kind}` : 'act'));

describe('what is read beside a step', () => {
  it('CL7 shows what both want to bring as soon as both have written', () => {
    const { recent } = exchange(new TalkRecord(heard).playTo('share'));
    expect(kinds(recent)).toEqual(['a intend', 'b intend']);
  });

  it('CL7 shows the words that are to be told back, and folds what came before', () => {
    const { earlier, recent } = exchange(new TalkRecord(heard).playTo('hear.mirror'));
    expect(kinds(earlier)).toEqual(['a intend', 'b intend']);
    expect(kinds(recent)).toEqual(['a share']);
  });

  it('CL7 begins anew with the second round', () => {
    const { earlier, recent } = exchange(new TalkRecord(heard).playTo('hear.mirror~2'));
    expect(kinds(recent)).toEqual(['b share']);
    expect(earlier.length).toBeGreaterThan(5);
  });

  it('CL7 keeps the last two to speak and every answer after them', () => {
    const { recent } = exchange(new TalkRecord(heard).playTo('hear.more'));
    expect(kinds(recent)).toEqual(['a share', 'b mirror', 'a check']);
    expect(recent.at(-1)).toMatchObject({ choice: 'yes', texts: [] });
  });

  it('CL7 leaves private writing undisturbed', () => {
    const { recent } = exchange(new TalkRecord(reachAndRespond).playTo('underneath'));
    expect(recent).toEqual([]);
  });

  it('TU6 shows a joint proposal only where it is answered', () => {
    const talk = new TalkRecord(heard).playTo('plan');
    talk.do('a', { type: 'Contribute', turnId: talk.turnId, answer: { text: { text: 'Tea together.' } } });
    const { earlier, recent } = exchange(talk);
    expect(kinds([...earlier, ...recent]).join()).not.toContain('plan');
  });

  it('TU10 shows words that both wrote as nobody’s alone', () => {
    const talk = new TalkRecord(reachAndRespond).playTo('story');
    talk.agree('This time we stopped.');
    const { recent } = exchange(talk);
    expect(recent.at(-1)).toMatchObject({ seat: null, kind: 'story', texts: [{ text: 'This time we stopped.' }] });
  });

  it('FA3 shows what a facilitator did in its place between what was said, the latest two beside the step', () => {
    const talk = new TalkRecord(heard, [], true).beginLed().playTo('hear.mirror');
    const { turnId } = talk;
    talk.act({ type: 'HoldFloor', turnId });
    talk.act({ type: 'ReturnFloor', turnId });
    const { earlier, recent } = exchange(talk);
    expect(kinds(recent)).toEqual(['a share', 'act', 'act']);
    talk.act({ type: 'GiveTime', turnId, minutes: 5 });
    expect(kinds(exchange(talk).recent)).toEqual(['a share', 'act', 'act']);
    expect(exchange(talk).earlier.length).toBe(earlier.length + 1);
  });

  it('FA8 keeps the words that were being answered in sight while a step is put in between, and after it', () => {
    const talk = new TalkRecord(heard, [], true).beginLed().playTo('hear.check');
    const before = kinds(exchange(talk).recent);
    expect(before).toEqual(['a share', 'b mirror']);
    talk.act({ type: 'InsertStep', turnId: talk.turnId, what: 'tell', to: 'b' });
    expect(kinds(exchange(talk).recent)).toEqual([...before, 'act']);
    talk.now += 60_000;
    talk.answer('b', 'This is for you.');
    expect(kinds(exchange(talk).recent)).toContain('b share');
    expect(talk.state.turn?.stepId).toBe('hear.check');
  });
});
