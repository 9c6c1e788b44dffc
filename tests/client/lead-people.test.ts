import { checkInOf, ratingsIn } from '@turnward/client/features/lead/aside-view.ts';
import { peekGroups } from '@turnward/client/features/lead/peek-view.ts';
import { toldOf, whatChanged } from '@turnward/client/features/lead/told-view.ts';
import { whispersIn } from '@turnward/client/room/whispers.ts';
import { fivePartCheckIn } from '@turnward/shared/guides/five-part-check-in.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { describe, expect, it } from 'vitest';
import { LEADER, LedRecord } from './led-record.ts';

const told = (talk: LedRecord) =>
  toldOf({ state: talk.state, presence: {}, asides: { a: talk.streams['aside/a'], b: talk.streams['aside/b'] } });

describe('what a facilitator sees of each', () => {
  it('WH3 shows a rating only once its author agreed, and none after they took it back', () => {
    const talk = new LedRecord(heard).begin().playTo('rate');
    const { turnId } = talk;
    const shown = () => ratingsIn(talk.streams['aside/a'], talk.state.asides.a.sharesRatings);
    talk.partner('a', { type: 'ShareRatings', on: true });
    expect(shown()).toEqual([]);
    talk.partner('a', { type: 'Contribute', turnId, answer: { scales: { stirred: 4 } } });
    talk.partner('b', { type: 'Contribute', turnId, answer: { scales: { stirred: 2 } } });
    expect(shown()).toMatchObject([{ value: 4, from: 'rate' }]);
    expect(ratingsIn(talk.streams['aside/b'], talk.state.asides.b.sharesRatings)).toEqual([]);
    talk.partner('a', { type: 'ShareRatings', on: false });
    expect(shown()).toEqual([]);
    talk.partner('a', { type: 'ShareRatings', on: true });
    expect(shown()).toEqual([]);
  });

  it('WH2 reads the latest answers that were given alone, the empty boxes left out', () => {
    const talk = new LedRecord(heard);
    expect(checkInOf(talk.streams['aside/b'])).toBeNull();
    const answers = { location: 'At home', phone: '  ', contact: 'My sister', pauseWord: '' };
    talk.partner('b', { type: 'CheckIn', alone: true, ...answers });
    talk.partner('b', { type: 'CheckIn', alone: false, ...answers });
    expect(checkInOf(talk.streams['aside/b'])).toMatchObject({
      alone: false,
      answers: [
        { box: 'location', text: 'At home' },
        { box: 'contact', text: 'My sister' },
      ],
    });
    const gone = talk.streams['aside/b'].map((event) => ({ ...event, words: null }));
    expect(checkInOf(gone)).toBeNull();
  });

  it('WH1 keeps what is whispered with each apart, and in order', () => {
    const talk = new LedRecord(heard).begin();
    talk.lead({ type: 'Whisper', to: 'a', text: 'Take your time.' });
    talk.partner('a', { type: 'Whisper', text: 'I will.' });
    expect(whispersIn(talk.streams['aside/a'])).toMatchObject([
      { from: LEADER, text: 'Take your time.' },
      { from: null, text: 'I will.' },
    ]);
    expect(whispersIn(talk.streams['aside/b'])).toEqual([]);
  });

  it('WH5 tells of help, a whisper, a pause and a lost line once each, a pause first', () => {
    const talk = new LedRecord(heard).begin();
    const before = told(talk);
    expect(whatChanged(before, told(talk))).toEqual([]);
    talk.partner('b', { type: 'AskForHelp' });
    talk.partner('a', { type: 'Whisper', text: 'Please slow down.' });
    talk.partner('a', { type: 'Pause' });
    expect(whatChanged(before, told(talk))).toEqual(['paused', ['whisper', 'a'], ['help', 'b']]);
    expect(whatChanged(told(talk), told(talk))).toEqual([]);
    const lost = toldOf({
      state: talk.state,
      presence: { b: { state: 'lost', devices: 0 } },
      asides: { a: talk.streams['aside/a'], b: [] },
    });
    expect(whatChanged(told(talk), lost)).toEqual([['lost', 'b']]);
    expect(whatChanged(lost, told(talk))).toEqual([['back', 'b']]);
  });
});

describe('looking ahead', () => {
  it('CL7 shows the whole guide in its order, and moves nobody', () => {
    const talk = new LedRecord(heard).begin().playTo('share');
    const groups = peekGroups(heard, talk.step, talk.state);
    expect(groups.flatMap(({ steps }) => steps.map(({ step }) => step.id))).toEqual(heard.steps.map(({ id }) => id));
    expect(groups.map(({ outline, round, state }) => [outline, round, state]).slice(0, 4)).toEqual([
      ['open', null, 'done'],
      ['share', 1, 'now'],
      ['hear', 1, 'ahead'],
      ['summary', 1, 'ahead'],
    ]);
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
  });

  it('TU2 names who holds each step, also in the second round', () => {
    const holders = peekGroups(heard, undefined, { first: 'b', visits: {} }).flatMap(({ steps }) => steps);
    expect(holders.find(({ step }) => step.id === 'share')?.holders).toEqual(['b']);
    expect(holders.find(({ step }) => step.id === 'share~2')?.holders).toEqual(['a']);
    expect(holders.find(({ step }) => step.id === 'keep')?.holders).toEqual(['a', 'b']);
    expect(holders.every(({ state }) => state === 'ahead')).toBe(true);
  });

  it('CL7 fits a guide without rounds', () => {
    const groups = peekGroups(fivePartCheckIn, fivePartCheckIn.steps[0], { first: 'a', visits: {} });
    expect(groups[0]?.state).toBe('now');
    expect(groups.filter(({ round }) => round === null).length).toBeGreaterThan(0);
  });
});
