import { checkedIn, unreadOf } from '@turnward/client/features/talk/beside-view.ts';
import { notYet } from '@turnward/client/features/talk/gathering-view.ts';
import { gateOf, whatLostMeans } from '@turnward/client/features/talk/led-view.ts';
import { pauseView } from '@turnward/client/features/talk/pause-view.ts';
import { whyHeld } from '@turnward/client/room/held-view.ts';
import { stepOnTheWay } from '@turnward/client/room/on-the-way.ts';
import { whispersIn } from '@turnward/client/room/whispers.ts';
import { stepById } from '@turnward/shared/guides/all-guides.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { TalkRecord } from './record-talk.ts';

const people = { ada: 'Ada', bo: 'Bo' };
const here = { state: 'here', devices: 1 } as const;

describe('waiting to be let in', () => {
  let talk: TalkRecord;
  beforeEach(() => {
    talk = new TalkRecord(heard, [], true);
  });
  const lacking = (seat: 'a' | 'b') =>
    notYet({ state: talk.state, guide: talk.guide, connection: 'connected', presence: { a: here, b: here } }, seat);

  it('FA5 each waits apart until they are let in, one by one', () => {
    expect(gateOf(talk.state, 'a')).toBe('waiting-room');
    talk.act({ type: 'Admit', seat: 'a' });
    expect([gateOf(talk.state, 'a'), gateOf(talk.state, 'b')]).toEqual(['led', 'waiting-room']);
    talk.act({ type: 'SendBack', seat: 'a' });
    expect(gateOf(talk.state, 'a')).toBe('waiting-room');
  });

  it('FA5 once ready, it is whoever leads who begins', () => {
    talk.act({ type: 'Admit', seat: 'a' });
    expect(lacking('a')).toBe('me-not-ready');
    talk.do('a', { type: 'SetReady', ready: true });
    expect(lacking('a')).toBe('lead-begins');
  });

  it('FA9 nobody waits for somebody whose line is lost, unless the guide needs them', () => {
    talk.lineOfLead(false);
    expect(gateOf(talk.state, 'a')).toBe('open');
    expect(whatLostMeans(talk)).toBe('begins');
    for (const seat of ['a', 'b'] as const) talk.do(seat, { type: 'SetReady', ready: true });
    expect(lacking('a')).toBeNull();
    const guide = { ...heard, facilitator: 'required' } as const;
    expect(whatLostMeans({ state: talk.state, guide })).toBe('waits');
    expect(notYet({ ...talk, guide, connection: 'connected', presence: { a: here, b: here } }, 'a')).toBe(
      'waits-for-lead',
    );
    talk.lineOfLead(true);
    expect(gateOf(talk.state, 'a')).toBe('led');
  });
});

describe('while somebody leads', () => {
  let talk: TalkRecord;
  beforeEach(() => {
    talk = new TalkRecord(heard, [], true).beginLed().playTo('share');
    if (talk.state.hold) talk.act({ type: 'ReturnFloor', turnId: talk.turnId });
  });
  const held = (reader?: 'a' | 'b') => whyHeld({ state: talk.state, people }, reader);

  it('FA6 says by name why the boxes are closed', () => {
    expect(held()).toBeNull();
    talk.act({ type: 'HoldFloor', turnId: talk.turnId });
    expect(held()).toEqual({ why: 'held', name: 'Ada' });
    talk.act({ type: 'SendBack', seat: 'b' });
    expect(held('a')).toEqual({ why: 'waits', seat: 'b' });
    talk.act({ type: 'SendBack', seat: 'a' });
    expect([held('a'), held('b')]).toEqual([
      { why: 'waits', seat: 'a' },
      { why: 'waits', seat: 'b' },
    ]);
  });

  it('FA7 says where the guide waits, and for whom', () => {
    const waits = { ...heard, steps: heard.steps.map((step) => ({ ...step, waitsForFacilitator: true })) };
    talk = new TalkRecord(waits, [], true).beginLed();
    expect(held()).toEqual({ why: 'guide', name: 'Ada' });
  });

  it('PA1 a pause is no holding of the floor', () => {
    talk.act({ type: 'HoldFloor', turnId: talk.turnId });
    talk.do('a', { type: 'Pause' });
    expect(held()).toBeNull();
  });

  it('FA8 a step put in between leaves the talk where it was on its way', () => {
    const { turnId } = talk;
    talk.act({ type: 'InsertStep', turnId, what: 'mirror', to: 'b' });
    const step = stepById(heard, talk.state.turn?.stepId ?? '');
    expect(step?.id).toBe('between.mirror');
    expect(stepOnTheWay({ ...talk, step })?.id).toBe('share');
    talk.act({ type: 'ReturnFloor', turnId: talk.turnId });
    expect(talk.turnId).toBe(turnId);
  });

  it('FA13 a pause by a facilitator is named, and either of the two may choose its size', () => {
    talk.act({ type: 'Pause' });
    for (const seat of ['a', 'b'] as const) {
      expect(pauseView(talk.state, talk.streams.talk, seat, talk.now)).toMatchObject({
        asked: 'facilitator',
        mayChoose: true,
      });
    }
  });

  it('FA9 a talk that rests when the leader’s line is lost says so', () => {
    const rests = { ...heard, leadLost: 'pauses' } as const;
    talk = new TalkRecord(rests, [], true).beginLed();
    talk.lineOfLead(false);
    expect(whatLostMeans(talk)).toBe('pauses');
    expect(pauseView(talk.state, talk.streams.talk, 'a', talk.now)).toMatchObject({
      asked: 'lead-lost',
      mayChoose: true,
    });
  });

  it('FA9 it does not rest, nor say so, where the leader is elsewhere', () => {
    const rests = { ...heard, leadLost: 'pauses' } as const;
    talk = new TalkRecord(rests, [], true).beginLed();
    talk.lineOfLead(false, true);
    expect([talk.state.pause, whatLostMeans(talk)]).toEqual([null, 'goesOn']);
  });
});

describe('beside the talk', () => {
  it('WH1 counts what was written to me since I last looked or wrote', () => {
    const talk = new TalkRecord(heard, [], true);
    const mine = () => whispersIn(talk.streams['aside/a']);
    talk.act({ type: 'Whisper', to: 'a', text: 'Good to see you.' });
    talk.act({ type: 'Whisper', to: 'b', text: 'Hello.' });
    expect(mine().map(({ from, text }) => [from, text])).toEqual([['ada', 'Good to see you.']]);
    expect(unreadOf(mine(), 0)).toHaveLength(1);
    expect(unreadOf(mine(), 1)).toHaveLength(0);
    talk.act({ type: 'Whisper', to: 'a', text: 'Take your time.' });
    talk.do('a', { type: 'Whisper', text: 'Thank you.' });
    expect(unreadOf(mine(), 0)).toHaveLength(0);
    expect(mine().at(-1)).toMatchObject({ from: null, text: 'Thank you.' });
  });

  it('WH2 reads back what I told last', () => {
    const talk = new TalkRecord(heard, [], true);
    const none = { location: '', phone: '', contact: '', pauseWord: '' };
    expect(checkedIn(talk.streams['aside/a'])).toBeUndefined();
    talk.do('a', { type: 'CheckIn', alone: true, ...none, location: 'At my sister’s' });
    talk.do('a', { type: 'CheckIn', alone: false, ...none });
    expect(checkedIn(talk.streams['aside/a'])).toEqual({ alone: false, ...none });
    expect(checkedIn(talk.streams['aside/b'])).toBeUndefined();
  });

  it('WH4 has no words left once the talk has ended', () => {
    const talk = new TalkRecord(heard, [], true);
    talk.do('a', { type: 'CheckIn', alone: true, location: 'Home', phone: '', contact: '', pauseWord: '' });
    talk.act({ type: 'Whisper', to: 'a', text: 'Good to see you.' });
    talk.do('a', { type: 'Stop' });
    expect(checkedIn(talk.streams['aside/a'])).toBeUndefined();
    expect(whispersIn(talk.streams['aside/a'])).toMatchObject([{ text: undefined }]);
  });
});
