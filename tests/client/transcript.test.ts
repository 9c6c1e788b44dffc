import { countLines, findIn } from '@turnward/client/features/transcripts/find-words.ts';
import { isHard } from '@turnward/client/features/transcripts/hard-talk.ts';
import { keptTalks } from '@turnward/client/features/transcripts/kept-talks.ts';
import { fivePartCheckIn } from '@turnward/shared/guides/five-part-check-in.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';
import { type Line, sectionsOf } from '@turnward/shared/transcript/sections.ts';
import { describe, expect, it } from 'vitest';
import { TalkRecord } from './record-talk.ts';

const read = (talk: TalkRecord, seat: Seat = 'a') =>
  sectionsOf({
    guide: talk.guide,
    seat,
    first: 'a',
    talk: talk.streams.talk,
    own: talk.streams[`own/${seat}`],
  });
const linesOf = (talk: TalkRecord, seat: Seat = 'a') => read(talk, seat).flatMap(({ lines }) => lines);
const ofType = <Type extends Line['type']>(lines: Line[], type: Type) =>
  lines.filter((line): line is Extract<Line, { type: Type }> => line.type === type);

describe('a kept talk, read again', () => {
  it('stands in sections by step, each sharer’s own, in the order it was said', () => {
    const talk = new TalkRecord(heard).playTo('end');
    expect(read(talk).map(({ outline, sharer }) => [outline, sharer])).toEqual([
      ['open', undefined],
      ...(['a', 'b'] as const).flatMap((sharer) =>
        ['share', 'hear', 'summary', 'respond'].map((outline) => [outline, sharer]),
      ),
      ['close', undefined],
    ]);
  });

  it('gives every line an id of its own', () => {
    const ids = linesOf(new TalkRecord(reachAndRespond).playTo('end')).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('PR3 shows my private answers in their places, and none of the other’s', () => {
    const talk = new TalkRecord(reachAndRespond).playTo('end', (seat) => `only ${seat} says this`);
    const mine = ofType(linesOf(talk, 'a'), 'private');
    expect(mine.map(({ step }) => step?.id)).toContain('underneath');
    expect(mine.map(({ step }) => step?.id)).toContain('respond.check');
    expect(JSON.stringify(mine)).not.toContain('only b');
  });

  it('TU10 shows words that both wrote as agreed to by both', () => {
    const talk = new TalkRecord(reachAndRespond).playTo('story');
    talk.agree('This time we stopped.');
    const [together] = ofType(linesOf(talk.playTo('end')), 'together');
    expect(together).toMatchObject({ step: { kind: 'story' }, words: { text: { text: 'This time we stopped.' } } });
    expect(countLines(findIn(read(talk), 'time we STOPPED'))).toBe(1);
  });

  it('DK4 says which card was asked, with the words it had then, before what was answered to it', () => {
    const talk = new TalkRecord(heard, [{ cardId: 'own', words: 'What do you need on Sundays?' }]).playTo(
      'hear.mirror',
    );
    const lines = linesOf(talk);
    const at = lines.findIndex(({ type }) => type === 'asked');
    expect(lines[at]).toMatchObject({ card: { cardId: 'own', words: 'What do you need on Sundays?' } });
    expect(lines[at + 1]).toMatchObject({ type: 'said', seat: 'a', step: { id: 'share' } });
    expect(ofType(linesOf(new TalkRecord(heard).playTo('end')), 'asked')).toEqual([]);
  });

  it('shows what was revealed together once, and not again as private', () => {
    const lines = linesOf(new TalkRecord(heard).playTo('end'));
    const intend = lines.filter((line) => 'step' in line && line.step?.kind === 'intend');
    expect(intend.map(({ type }) => type)).toEqual(['said', 'said']);
  });

  it('says what landed: the words before “yes, that is it”', () => {
    const talk = new TalkRecord(heard).playTo('hear.check', (seat) => `first words of ${seat}`);
    talk.answer('a', '', { choice: 'not-yet' });
    talk.playTo('hear.check', (seat) => `second words of ${seat}`).playTo('respond.check');
    const landed = ofType(linesOf(talk), 'said').filter((line) => line.landed);
    expect(landed.map(({ seat, words }) => [seat, words?.text?.text])).toContainEqual(['b', 'second words of b']);
    expect(landed.map(({ words }) => words?.text?.text)).not.toContain('first words of b');
  });

  it('KP3 leaves a dated stub where an author withheld words', () => {
    const talk = new TalkRecord(heard).playTo('keep', (seat) => `kept by ${seat}`);
    const share = talk.streams.talk.find(({ event }) => event.type === 'Contributed' && event.stepId === 'share');
    talk.answer('a', '', { choice: 'keep', omit: [share?.seq ?? 0] });
    talk.answer('b', '', { choice: 'keep' });
    const settledAt = talk.now;
    talk.playTo('end');
    const stub = ofType(linesOf(talk, 'b'), 'said').find(({ step }) => step.id === 'share');
    expect(stub).toMatchObject({ seat: 'a', words: undefined, gone: { why: 'withheld', at: settledAt } });
  });

  it('PA4 shows a pause with its length, and my own return only to me', () => {
    const talk = new TalkRecord(heard).playTo('share');
    talk.do('b', { type: 'Pause' });
    talk.now += 3 * 60_000;
    talk.do('a', { type: 'Return', pauseId: talk.pauseId, stirred: 4, sentence: 'Calmer.' });
    talk.do('b', { type: 'Return', pauseId: talk.pauseId, stirred: 5 });
    const lines = linesOf(talk, 'a');
    expect(ofType(lines, 'paused')).toMatchObject([{ minutes: 3 }]);
    const mine = ofType(lines, 'private').filter(({ step }) => step === undefined);
    expect(mine.map(({ words }) => words)).toEqual([{ scales: { stirred: 4 }, text: { sentence: 'Calmer.' } }]);
  });

  it('tells words both agreed to from words only proposed', () => {
    const talk = new TalkRecord(fivePartCheckIn).playTo('plan');
    talk.answer('a', 'a first try');
    talk.answer('b', 'what we both want');
    talk.do('a', { type: 'Approve', turnId: talk.turnId, seq: talk.state.proposal?.seq ?? 0 });
    const plans = ofType(linesOf(talk), 'said').filter(({ step }) => step.kind === 'plan');
    expect(plans.map(({ joint }) => joint)).toEqual(['proposed', 'agreed']);
  });

  it('finds words whatever their case and accents, and everything for nothing', () => {
    const sections = read(
      new TalkRecord(heard).playTo('end', (seat) => (seat === 'a' ? 'Das CAFÉ am See' : 'Ein Wald')),
    );
    expect(countLines(findIn(sections, ' cafe '))).toBeGreaterThan(0);
    expect(findIn(sections, 'cafe').every(({ lines }) => ofType(lines, 'said').every(({ seat }) => seat === 'a'))).toBe(
      true,
    );
    expect(findIn(sections, 'nowhere')).toEqual([]);
    expect(findIn(sections, '')).toEqual(sections);
  });
});

describe('the list of kept talks', () => {
  it('R20 warns before talks of guides in which fears and hurts are said', () => {
    expect([heard, reachAndRespond, fivePartCheckIn].map(isHard)).toEqual([true, true, false]);
  });

  it('KP1 holds what both kept and nothing else, the latest first', () => {
    const talk = (conversationId: string, openedAt: number, kept?: boolean) => ({
      conversationId,
      guideId: 'heard',
      openedBy: 'a' as const,
      openedAt,
      closed: kept === undefined ? null : { reason: 'completed' as const, kept, at: openedAt + 1 },
      announced: null,
      expired: null,
    });
    const all = [talk('old', 1, true), talk('let go', 2, false), talk('new', 3, true), talk('open', 4)];
    expect(keptTalks(all).map(({ conversationId }) => conversationId)).toEqual(['new', 'old']);
  });
});

describe('a talk that somebody led, read again', () => {
  const led = () => new TalkRecord(heard, [], true).beginLed();

  it('FA3 holds every act of the facilitator as a line in its place, the first ones at its head', () => {
    const talk = led().playTo('share');
    talk.act({ type: 'AskSmaller', turnId: talk.turnId });
    const [first] = read(talk);
    const acts = ofType(linesOf(talk), 'act').map(({ act }) => act.event.type);
    const begun = ['Admitted', 'Admitted', 'ConversationBegun'];
    expect(acts.filter((type) => type !== 'FloorReturned')).toEqual([...begun, 'SmallerAsked']);
    expect(first?.lines[0]).toMatchObject({ type: 'act', act: { event: { type: 'Admitted' } } });
  });

  it('FA8 a step put in between, and what goes on after it, stay in the section they belong to', () => {
    const talk = led().playTo('hear.mirror');
    const sections = read(talk).length;
    talk.act({ type: 'InsertStep', turnId: talk.turnId, what: 'tell', to: 'b' });
    talk.now += 60_000;
    talk.answer('b', 'Said in between.');
    talk.answer('b', 'Told back.');
    const lines = read(talk).at(-1)?.lines ?? [];
    expect(read(talk)).toHaveLength(sections + 1);
    expect(ofType(lines, 'said').map(({ words }) => words?.text?.['text'])).toEqual(['Said in between.', 'Told back.']);
    const ids = linesOf(talk).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('FA13 a pause by a facilitator is their act, and a pause like any other', () => {
    const talk = led();
    talk.act({ type: 'Pause' });
    const acts = ofType(linesOf(talk), 'act').map(({ act }) => act.event.type);
    expect(acts).toEqual(['Admitted', 'Admitted', 'ConversationBegun', 'Paused']);
    expect(linesOf(talk).at(-1)).toMatchObject({ type: 'paused' });
  });

  it('WH1 holds nothing that was whispered, nor what was told before it began', () => {
    const talk = led();
    const none = { location: 'MARMALADE', phone: '', contact: '', pauseWord: '' };
    talk.do('a', { type: 'CheckIn', alone: true, ...none });
    talk.act({ type: 'Whisper', to: 'a', text: 'MARMALADE' });
    talk.do('a', { type: 'Whisper', text: 'MARMALADE' });
    talk.playTo('end');
    expect(JSON.stringify(read(talk))).not.toContain('MARMALADE');
  });
});
