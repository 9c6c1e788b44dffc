import { coupleOf } from '@turnward/client/features/caseload/caseload-view.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import { describe, expect, it } from 'vitest';
import { accompanied, closed, opened, rowOf, seen } from './caseload-rows.ts';
import { LEADER, LedRecord } from './led-record.ts';
import { confirms } from './space-lived.ts';

const NOW = 1_000_000;

describe('a couple in the caseload', () => {
  it('CA1 shows who they are and since when both have confirmed, before anything else is known', () => {
    expect(seen()).toMatchObject({
      partners: [
        { seat: 'a', name: 'Ada', presence: 'notHere' },
        { seat: 'b', name: 'Ben', presence: 'notHere' },
      ],
      live: null,
      meeting: null,
      lastMet: null,
      homework: null,
      secrets: 'no-secrets',
      observers: [],
      rehearsal: false,
    });
    expect(seen().confirmedAt).toBeGreaterThan(0);
  });

  it('CA2 shows where each is, and says that it is not known while this device has no line', () => {
    const presence = { ada: { state: 'here', devices: 1 }, ben: { state: 'lost', devices: 1 } } as const;
    const states = (known: Parameters<typeof seen>[0]) => seen(known).partners.map((each) => each.presence);
    expect(states({ presence })).toEqual(['here', 'lost']);
    expect(states({ presence, connection: 'reconnecting' })).toEqual(['unknown', 'unknown']);
  });

  it('CA2 follows a talk: gathering, live with holder and step, held, paused', () => {
    const talk = new LedRecord(heard);
    expect(seen({ talk }).live).toMatchObject({ moment: 'gathering', holders: [], lead: 'another' });
    talk.begin();
    expect(seen({ talk }).live).toMatchObject({
      moment: 'live',
      outline: 'open',
      holders: ['a', 'b'],
      since: talk.now,
    });
    talk.lead({ type: 'HoldFloor', turnId: talk.turnId });
    expect(seen({ talk }).live?.moment).toBe('held');
    talk.partner('a', { type: 'Pause' });
    expect(seen({ talk }).live?.moment).toBe('paused');
    expect(coupleOf(rowOf({ talk }), LEADER, () => 'after').live?.lead).toBe('me');
  });

  it('CA2 shows a call for help until it is answered, and a whisper until somebody whispers back', () => {
    const talk = new LedRecord(heard).begin();
    talk.partner('b', { type: 'AskForHelp' });
    talk.partner('a', { type: 'Whisper', text: 'Too fast.' });
    expect(seen({ talk }).live).toMatchObject({ help: ['b'], whispers: ['a'] });
    talk.lead({ type: 'AnswerHelp', seat: 'b' });
    talk.lead({ type: 'Whisper', to: 'a', text: 'I will slow it down.' });
    expect(seen({ talk }).live).toMatchObject({ help: [], whispers: [] });
  });

  it('WH3 shows whose numbers may be seen, and never the numbers', () => {
    const talk = new LedRecord(heard).begin();
    talk.partner('a', { type: 'ShareRatings', on: true });
    expect(seen({ talk }).live?.numbers).toEqual(['a']);
    talk.partner('a', { type: 'ShareRatings', on: false });
    expect(seen({ talk }).live?.numbers).toEqual([]);
  });

  it('CA1 has a talk that has ended as the last one, unless it was put off', () => {
    expect(seen({ state: accompanied([], [opened('c1'), closed('c1', 'put-off')]) }).lastMet).toBeNull();
    const met = accompanied([], [opened('c1'), closed('c1'), opened('c2'), closed('c2', 'stopped')]);
    expect(seen({ state: met }).lastMet).toBe(met.conversations[1]?.closed?.at);
  });

  it('CA3 has no talk that ended before this facilitator came', () => {
    const before = accompanied([], [opened('c1'), closed('c1')]);
    const late = { ...before, guests: before.guests.map((guest) => ({ ...guest, joinedAt: NOW })) };
    expect(seen({ state: late }).lastMet).toBeNull();
  });

  it('ME10 has the next meeting until its day has passed', () => {
    const state = accompanied([{ type: 'SetMeeting', at: NOW + 5000, by: 'eva' }]);
    const on = (day: 'before' | 'today' | 'after') => seen({ state }, () => day).meeting;
    expect([on('before'), on('today'), on('after')]).toEqual([
      null,
      { at: NOW + 5000, today: true },
      { at: NOW + 5000, today: false },
    ]);
  });

  it('ME10 knows homework as done only once a talk of that guide was completed after it was set', () => {
    const homework: SpaceCommand[] = [{ type: 'SetHomework', guideId: 'heard', by: 'eva' }];
    const done = (...events: Parameters<typeof accompanied>[1] & object) =>
      seen({ state: accompanied(homework, events) }).homework?.done;
    expect(done()).toBe(false);
    expect(done(opened('c1'), closed('c1', 'stopped'))).toBe(false);
    expect(done(opened('c1', 'reach-and-respond'), closed('c1'))).toBe(false);
    expect(done(opened('c1'), closed('c1'))).toBe(true);
  });

  it('ME9 names observers and other facilitators', () => {
    const state = accompanied([
      { type: 'MakeInvite', inviteId: 'i-u', by: 'eva', as: { role: 'observer' }, via: 'link', expiresAt: NOW + 5000 },
      { type: 'ProposeGuest', inviteId: 'i-u', memberId: 'ulli', role: 'observer', memberName: 'Ulli' },
      confirms('ada', 'ulli'),
      confirms('ben', 'ulli'),
    ]);
    expect(seen({ state })).toMatchObject({ observers: ['Ulli'], facilitators: [] });
  });
});
