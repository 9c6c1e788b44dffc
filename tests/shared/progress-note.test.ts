import type { ConversationEvent, TalkEvent } from '@turnward/shared/conversation/events.ts';
import { aside, talk } from '@turnward/shared/conversation/outcome.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { NoteLine, NoteSentences } from '@turnward/shared/notes/note-lines.ts';
import { noteText } from '@turnward/shared/notes/note-lines.ts';
import type { NoteSource } from '@turnward/shared/notes/note-source.ts';
import { progressNote } from '@turnward/shared/notes/progress-note.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gathered, type Log, MINUTE, play } from '../kit/spec-log.ts';
import { anyTalk } from '../kit/spec-plainly.ts';
import { NOON } from '../kit/spec-talk.ts';
import { grant, wishes } from '../kit/spec-wishes.ts';

const about = {
  guide: heard,
  names: { a: 'Robin', b: 'Kim' },
  people: { ada: 'Ada', grace: 'Grace' },
  observers: [],
  homework: null,
  meeting: null,
};
const eventsOf = (log: Log) =>
  log.entries.filter((entry): entry is Recorded<ConversationEvent> => !entry.stream.startsWith('space:'));
const noteOf = (log: Log, more: Partial<NoteSource> = {}) =>
  progressNote({ ...about, guide: log.guide, events: eventsOf(log), ...more });
const linesOf = <Kind extends NoteLine['line']>(lines: readonly NoteLine[], ...kinds: Kind[]) =>
  lines.filter(({ line }) => kinds.some((kind) => kind === line));
const then = (log: Log, minutes: number, ...events: TalkEvent[]) =>
  log.after(minutes * MINUTE).record(events.map((event) => talk(event)));

const started = (turnId: string, stepId: string, detour?: true): TalkEvent => ({
  type: 'TurnStarted',
  turnId,
  stepId,
  holders: ['a'],
  opensAt: 0,
  ...(detour && { detour }),
});
const begun: TalkEvent = { type: 'ConversationBegun' };
const ended: TalkEvent = { type: 'ConversationEnded', reason: 'completed', kept: true };

describe('a progress note', () => {
  it('NO1 says when and how long they talked, without what was paused', () => {
    const log = then(gathered(heard), 5, begun, started('t1', 'share.1'));
    then(log, 4, { type: 'Paused', pauseId: 'p1', by: 'b' });
    then(log, 0, { type: 'PauseSized', pauseId: 'p1', size: 'break', returnAt: NOON + 40 * MINUTE });
    then(log, 30, { type: 'Resumed', pauseId: 'p1' });
    then(log, 6, ended);
    const { data } = noteOf(log);
    expect(linesOf(data, 'talk', 'pause', 'ended')).toEqual([
      { line: 'talk', guideId: 'heard', from: NOON + 5 * MINUTE, to: NOON + 45 * MINUTE, minutes: 10 },
      { line: 'pause', why: 'partner', size: 'break', from: NOON + 9 * MINUTE, minutes: 30 },
      { line: 'ended', reason: 'completed', kept: true },
    ]);
  });

  it('NO1 says how long they were at each line of the guide, and leaves out what was put in between', () => {
    const share = heard.steps.find(({ outline }) => outline === 'share')?.id ?? '';
    const hear = heard.steps.find(({ outline }) => outline === 'hear')?.id ?? '';
    const log = then(gathered(heard), 0, begun, started('t1', share));
    then(
      log,
      7,
      { type: 'StepInserted', by: 'ada', turnId: 't1', what: 'settle' },
      started('t2', 'between.settle', true),
    );
    then(log, 3, { type: 'FloorReturned', by: 'ada', turnId: 't2' }, { type: 'TurnResumed', turnId: 't1' });
    then(log, 2, started('t3', hear));
    then(log, 8, { type: 'FloorHanded', by: 'ada', turnId: 't3', to: 'b' }, started('t4', 'between.floor', true));
    then(log, 1, { type: 'TurnResumed', turnId: 't3' });
    then(log, 1, { type: 'Paused', pauseId: 'p1', by: null });
    then(log, 20, { type: 'Stopped', by: 'a' }, started('t5', share));
    then(log, 1, ended);
    expect(linesOf(noteOf(log).data, 'step', 'inserted')).toEqual([
      { line: 'step', outline: 'share', minutes: 10 },
      { line: 'step', outline: 'hear', minutes: 9 },
      { line: 'inserted', what: 'settle', to: null },
      { line: 'inserted', what: 'floor', to: 'Kim' },
    ]);
  });

  it('NO1 names who was there, who could read along and who led, in the order in which they led', () => {
    const log = then(gathered(heard), 0, { type: 'LeadTaken', by: 'ada' }, begun, started('t1', 'share.1'));
    then(log, 1, { type: 'LeadLost', memberId: 'ada' }, { type: 'LeadTaken', by: 'grace' });
    then(log, 1, { type: 'LeadHanded', by: 'grace', to: 'ada' });
    expect(linesOf(noteOf(log, { observers: ['Sam'] }).data, 'attended', 'observed', 'led', 'line-lost')).toEqual([
      { line: 'attended', who: ['Robin', 'Kim', 'Ada', 'Grace'] },
      { line: 'observed', who: ['Sam'] },
      { line: 'led', who: ['Ada', 'Grace'] },
      { line: 'line-lost', times: 1 },
    ]);
  });

  it('NO1 says of a talk that never began who had said that they were ready', () => {
    const log = then(gathered(heard), 0, { type: 'ReadySet', seat: 'b', ready: true });
    then(log, 3, { type: 'ConversationEnded', reason: 'put-off', kept: false });
    expect(noteOf(log).data).toEqual([
      { line: 'not-begun', guideId: 'heard', opened: NOON },
      { line: 'attended', who: ['Kim'] },
      { line: 'ended', reason: 'put-off', kept: false },
    ]);
  });

  it('NO1 counts what was done to floor and steps, and says of a pause by whom only as far as a role', () => {
    const log = then(gathered(heard), 0, begun, started('t1', 'share.1'));
    then(log, 1, { type: 'FloorHeld', by: 'ada', turnId: 't1' }, { type: 'FloorReturned', by: 'ada', turnId: 't1' });
    then(log, 1, { type: 'FloorHeld', by: 'ada', turnId: 't1' }, { type: 'SlowModeSet', by: 'ada', on: true });
    then(log, 1, { type: 'SlowModeSet', by: 'ada', on: false });
    for (const whose of [{ facilitator: 'grace' }, { leadLost: true as const }, {}]) {
      then(log, 1, { type: 'Paused', pauseId: 'p1', by: null, ...whose });
      then(log, 2, { type: 'Resumed', pauseId: 'p1' });
    }
    const { data } = noteOf(log);
    expect(linesOf(data, 'act')).toEqual([
      { line: 'act', act: 'FloorHeld', times: 2 },
      { line: 'act', act: 'SlowModeSet', times: 1 },
    ]);
    expect(linesOf(data, 'pause').map((line) => line.line === 'pause' && [line.why, line.minutes])).toEqual([
      ['facilitator', 2],
      ['line-lost', 2],
      ['guide', 2],
    ]);
    expect(linesOf(data, 'attended')).toEqual([{ line: 'attended', who: ['Robin', 'Kim', 'Ada', 'Grace'] }]);
  });

  it('NO1 plans what is planned, and leaves the assessment to its author', () => {
    const note = noteOf(gathered(heard), { homework: 'reach-and-respond', meeting: NOON });
    expect(note.plan).toEqual([
      { line: 'homework', guideId: 'reach-and-respond' },
      { line: 'meeting', at: NOON },
    ]);
    expect(note.assessment).toEqual([]);
    expect(noteOf(gathered(heard)).plan).toEqual([]);
  });

  it('WH3 holds the ratings of who agreed, and none of who took that back', () => {
    const rates = heard.steps.find(({ scales }) => scales.some(({ id }) => id === 'stirred'));
    const log = play(heard).record([
      aside({ type: 'RatingsShared', seat: 'a', on: true }),
      aside({ type: 'RatingsShared', seat: 'b', on: true }),
      aside({ type: 'RatingShown', seat: 'a', at: rates?.id ?? '' }, { scales: { stirred: 6 } }),
      aside({ type: 'RatingShown', seat: 'b', at: 'p1' }, { scales: { stirred: 4 } }),
    ]);
    const kim = { line: 'ratings', who: 'Kim', ratings: [{ outline: null, stirred: 4 }] };
    const robin = { line: 'ratings', who: 'Robin', ratings: [{ outline: rates?.outline, stirred: 6 }] };
    expect(linesOf(noteOf(log).data, 'ratings')).toEqual([robin, kim]);
    log.record([aside({ type: 'RatingsShared', seat: 'a', on: false })]);
    expect(linesOf(noteOf(log).data, 'ratings')).toEqual([kim]);
    const bare = eventsOf(log).map(({ words: _, ...header }) => header);
    expect(linesOf(noteOf(log, { events: bare }).data, 'ratings')).toEqual([]);
  });
});

/** A sentence that shows all that a line holds, so that nothing can hide in one. */
const SHOWN = new Proxy({} as NoteSentences, { get: () => (line: NoteLine) => JSON.stringify(line) });
const CANARY = 'SAID-IN-CONFIDENCE';

describe('a draft of any talk', () => {
  it('NO1 law: no word of anybody is in it; whatever was said, it is the same', () => {
    let said = 0;
    fc.assert(
      fc.property(anyTalk(), wishes, (log, wished) => {
        for (const wish of wished) grant(log, wish);
        const events = eventsOf(log);
        const overheard = events.map((each) => {
          if (!each.words?.text) return each;
          said++;
          const text = Object.fromEntries(Object.keys(each.words.text).map((id) => [id, CANARY]));
          return { ...each, words: { ...each.words, text } };
        });
        const note = noteOf(log, { events: overheard });
        expect(note).toEqual(noteOf(log));
        const parts = [note.data, note.assessment, note.plan];
        expect(parts.map((lines) => noteText(lines, SHOWN)).join('\n')).not.toContain(CANARY);
      }),
      { numRuns: 500 },
    );
    expect(said).toBeGreaterThan(500);
  });
});
