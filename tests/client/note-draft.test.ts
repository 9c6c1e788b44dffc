import { setupI18n } from '@lingui/core';
import { draftOf } from '@turnward/client/features/notes/note-draft.ts';
import { sentencesIn } from '@turnward/client/features/notes/note-sentences.ts';
import { compile } from '@turnward/client/i18n/compile.ts';
import { catalogue as de } from '@turnward/client/i18n/de.ts';
import { en } from '@turnward/client/i18n/en.ts';
import { enHelpers } from '@turnward/client/i18n/en-helpers.ts';
import type { Translate } from '@turnward/client/i18n/text.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { type NoteLine, noteText } from '@turnward/shared/notes/note-lines.ts';
import { describe, expect, it } from 'vitest';
import { accompanied, rowOf } from './caseload-rows.ts';
import { LedRecord } from './led-record.ts';

const names = (of: readonly string[]) => of.join(' and ');
const times = { date: () => 'DATE', clock: () => 'CLOCK', moment: () => 'MOMENT' };

function sentences(locale: 'en' | 'de') {
  const messages: Record<string, Record<string, string>> = { en: { ...en, ...enHelpers }, de };
  const i18n = setupI18n({ locale, messages }).setMessagesCompiler(compile as never);
  const t: Translate = (id, values) => i18n._(id, values);
  const g = (guideId: string, textId: string, english: string) =>
    messages[locale]?.[`guide.${guideId}.${textId}`] ?? english;
  return sentencesIn({ t, g, times, names, guideId: 'heard' });
}

const SECRET = 'Zimtschnecke';

/** A talk that was led, with a pause and a whisper, up to here. */
function talked(): LedRecord {
  const talk = new LedRecord(heard).begin();
  talk.partner('a', { type: 'ShareRatings', on: true });
  talk.partner('b', { type: 'Whisper', text: SECRET });
  talk.lead({ type: 'InsertStep', turnId: talk.turnId, what: 'settle' });
  talk.pass(4 * 60_000);
  talk.lead({ type: 'ReturnFloor', turnId: talk.turnId });
  return talk;
}

function draft(talk: LedRecord, locale: 'en' | 'de' = 'en') {
  const { talk: headers, space } = rowOf({
    talk,
    state: accompanied([{ type: 'SetHomework', guideId: 'heard', by: 'eva' }]),
  });
  if (!headers) throw new Error('There is no talk in this row.');
  return draftOf({ guide: heard, headers, space, sentences: sentences(locale) });
}

describe('the draft of a progress note', () => {
  it('NO1 is there once the talk has ended, and not before', () => {
    const talk = talked();
    expect(draft(talk)).toBeUndefined();
    talk.partner('b', { type: 'Stop' });
    expect(draft(talk)).toMatchObject({ assessment: '', plan: 'Suggested until the next meeting: Heard.' });
  });

  it('NO1 says what happened in sentences, in the language of the page, and no word of the couple', () => {
    const talk = talked();
    talk.partner('b', { type: 'Stop' });
    const english = draft(talk)?.data ?? '';
    expect(english).toContain('Heard, DATE, CLOCK to CLOCK: 4 minutes without pauses.');
    expect(english).toContain('Took part: Ada and Ben');
    expect(english).toContain('Put in between: a moment for both to settle.');
    expect(draft(talk, 'de')?.data).toContain('Eingeschoben: ein Moment für beide');
    expect(english).not.toContain(SECRET);
  });
});

const LINES: { [Kind in NoteLine['line']]: Extract<NoteLine, { line: Kind }>[] } = {
  talk: [{ line: 'talk', guideId: 'heard', from: 0, to: 1, minutes: 1 }],
  'not-begun': [{ line: 'not-begun', guideId: 'heard', opened: 0 }],
  attended: [{ line: 'attended', who: ['Ada', 'Ben'] }],
  observed: [{ line: 'observed', who: ['Ulli'] }],
  led: [{ line: 'led', who: ['Eva'] }],
  'line-lost': [
    { line: 'line-lost', times: 1 },
    { line: 'line-lost', times: 2 },
  ],
  step: [{ line: 'step', outline: 'share', minutes: 0 }],
  inserted: (['settle', 'mirror', 'tell', 'floor'] as const).map((what) => ({
    line: 'inserted',
    what,
    to: what === 'settle' ? null : 'Ben',
  })),
  act: (
    [
      'SentBack',
      'MovedOn',
      'StepSkipped',
      'SteppedBack',
      'EndedGently',
      'FloorHeld',
      'TimeGiven',
      'SmallerAsked',
      'SlowModeSet',
    ] as const
  ).map((act) => ({ line: 'act', act, times: 3 })),
  pause: (['partner', 'facilitator', 'guide', 'line-lost'] as const).map((why) => ({
    line: 'pause',
    why,
    size: 'quiet',
    from: 0,
    minutes: 2,
  })),
  ratings: [
    {
      line: 'ratings',
      who: 'Ada',
      ratings: [
        { outline: 'open', stirred: 4 },
        { outline: null, stirred: 6 },
      ],
    },
  ],
  ended: (['completed', 'stopped', 'put-off'] as const).map((reason) => ({ line: 'ended', reason, kept: true })),
  homework: [{ line: 'homework', guideId: 'heard' }],
  meeting: [{ line: 'meeting', at: 0 }],
};

describe.each(['en', 'de'] as const)('the sentences of a note in %s', (locale) => {
  it('NO1 are there for every kind of line, with every name and number in its place', () => {
    for (const line of Object.values(LINES).flat()) {
      expect(noteText([line], sentences(locale))).toMatch(/^[A-ZÄÖÜ][^{}]*[.]$/);
    }
  });
});
