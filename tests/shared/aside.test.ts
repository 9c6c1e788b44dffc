import { decideFor } from '@turnward/shared/conversation/decide-for.ts';
import { destroyed } from '@turnward/shared/conversation/destroyed.ts';
import type { AsideEvent } from '@turnward/shared/conversation/events.ts';
import { evolve } from '@turnward/shared/conversation/evolve.ts';
import { aside } from '@turnward/shared/conversation/outcome.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { describe, expect, it } from 'vitest';
import { plainAnswer } from '../kit/spec-answers.ts';
import { ADA, facilitator, GRACE, gathered, type Log, led, OBSERVER, playLed, serverFor } from '../kit/spec-log.ts';
import { NOON } from '../kit/spec-talk.ts';

const CHECKED = { alone: true, location: ' Elm Street 4 ', phone: '555 01', contact: '  ', pauseWord: 'harbour' };
const whisper = { type: 'Whisper', text: 'I can’t say this here.' } as const;
const untouched = (log: Log, deed: (log: Log) => unknown) => {
  const readers = ['b', 'observer'] as const;
  const before = readers.map((reader) => [log.readBy(reader), log.seenBy(reader)]);
  deed(log);
  expect(readers.map((reader) => [log.readBy(reader), log.seenBy(reader)])).toEqual(before);
};

describe('a whisper', () => {
  it('WH1 of a partner is written in their own aside, for the facilitators', () => {
    expect(led(heard).decide('a', { type: 'Whisper', text: ' Please slow down. ' })).toEqual([
      aside({ type: 'Whispered', seat: 'a', from: null }, { text: { text: 'Please slow down.' } }),
    ]);
  });

  it('WH1 of a facilitator is written in the aside of the one partner it is for', () => {
    const command = { type: 'Whisper', to: 'b', text: 'Take your time.' } as const;
    for (const memberId of [ADA, GRACE]) {
      expect(led(heard).decide(facilitator(memberId), command)).toEqual([
        aside({ type: 'Whispered', seat: 'b', from: memberId }, { text: { text: 'Take your time.' } }),
      ]);
    }
  });

  it('WH1 is refused where it says whom it is for and should not, or should and does not', () => {
    expect(led(heard).decide('a', { ...whisper, to: 'b' })).toEqual({ refused: 'unknown-field' });
    expect(led(heard).decide('a', { ...whisper, to: 'a' })).toEqual({ refused: 'unknown-field' });
    expect(led(heard).decide(facilitator(ADA), whisper)).toEqual({ refused: 'unknown-field' });
  });

  it('WH1 takes 1 to 1000 characters', () => {
    const of = (text: string) => led(heard).decide('a', { type: 'Whisper', text });
    expect(of(' \n ')).toEqual({ refused: 'empty' });
    expect(of('x'.repeat(1001))).toEqual({ refused: 'too-long' });
    expect(of('x'.repeat(1000))).toHaveLength(1);
    const to = led(heard).decide(facilitator(ADA), { type: 'Whisper', to: 'a', text: ' ' });
    expect(to).toEqual({ refused: 'empty' });
  });

  it('WH1 is nobody’s business but the two sides’: neither an observer nor the server whispers', () => {
    for (const asker of [OBSERVER, serverFor(ADA)]) {
      expect(led(heard).decide(asker, { ...whisper, to: 'a' })).toEqual({ refused: 'not-yours-to-do' });
    }
  });

  it('WH1 goes on while the talk is paused or held, and changes nothing for the other nor for an observer', () => {
    const log = playLed(heard);
    for (const change of [{ type: 'HoldFloor', turnId: log.turn.turnId }, { type: 'Pause' }] as const) {
      log.lead(change);
      untouched(log, () => log.do('a', whisper).lead({ ...whisper, to: 'a' }));
    }
    expect(log.readBy('a').filter(({ event }) => event.type === 'Whispered')).toHaveLength(4);
    expect(log.readBy('facilitator').filter(({ event }) => event.type === 'Whispered')).toHaveLength(4);
  });

  it('WH1 is refused where the space has no facilitator, and once the talk has ended', () => {
    const { guide, state } = gathered(heard);
    const circumstances = { now: 0, here: [] };
    const partner = { role: 'partner', seat: 'a' } as const;
    for (const facilitators of [{}, { facilitators: [] }]) {
      const decided = decideFor(guide, state, whisper, partner, { ...circumstances, ...facilitators });
      expect(decided).toEqual({ refused: 'no-facilitator' });
    }
    const ended = led(heard).do('a', { type: 'Stop' });
    expect(ended.decide('a', whisper)).toEqual({ refused: 'ended' });
    expect(ended.decide(facilitator(ADA), { ...whisper, to: 'a' })).toEqual({ refused: 'ended' });
  });
});

describe('a check-in', () => {
  it('WH2 is in its author’s aside, without what was left blank', () => {
    const text = { alone: 'yes', location: 'Elm Street 4', phone: '555 01', pauseWord: 'harbour' };
    expect(led(heard).decide('a', { type: 'CheckIn', ...CHECKED })).toEqual([
      aside({ type: 'CheckedIn', seat: 'a' }, { text }),
    ]);
    const none = { alone: false, location: '', phone: '', contact: '', pauseWord: '' };
    expect(led(heard).decide('b', { type: 'CheckIn', ...none })).toEqual([
      aside({ type: 'CheckedIn', seat: 'b' }, { text: { alone: 'no' } }),
    ]);
  });

  it.each(['location', 'phone', 'contact', 'pauseWord'])(
    'WH2 takes 200 characters of %s, and cuts nothing off',
    (box) => {
      const of = (length: number) => led(heard).decide('a', { type: 'CheckIn', ...CHECKED, [box]: 'x'.repeat(length) });
      expect(of(201)).toEqual({ refused: 'too-long' });
      expect(of(200)).toHaveLength(1);
    },
  );

  it('WH2 is asked of a partner alone, and changes nothing for the other nor for an observer', () => {
    const log = led(heard);
    for (const asker of [facilitator(ADA), OBSERVER]) {
      expect(log.decide(asker, { type: 'CheckIn', ...CHECKED })).toEqual({ refused: 'not-yours-to-do' });
    }
    untouched(log, () => log.do('a', { type: 'CheckIn', ...CHECKED }).do('a', { type: 'CheckIn', ...CHECKED }));
    expect([log.state.asides.a.checkIns, log.state.asides.b.checkIns]).toEqual([2, 0]);
    expect(log.seenBy('facilitator').asides).toEqual(log.state.asides);
  });
});

const rate = (log: Log, stirred: number, ...seats: ('a' | 'b')[]) => {
  for (const seat of seats) {
    const plain = plainAnswer(log.step);
    log.answer(seat, { ...plain, scales: { ...plain.scales, stirred } });
  }
};
const shown = (log: Log) => log.readBy('facilitator').filter(({ event }) => event.type === 'RatingShown');

/** At a step where both rate how stirred up they are. */
function atRating(): Log {
  const log = playLed(heard);
  while (!log.step.scales.some(({ id }) => id === 'stirred')) log.playTurn();
  return log;
}

describe('a shared rating', () => {
  it('WH3 is written in the aside of who agreed, from then on, and until they take it back', () => {
    const log = atRating();
    const { stepId } = log.turn;
    rate(log.copy(), 5, 'a', 'b');
    log.do('a', { type: 'ShareRatings', on: true });
    const back = log.copy().do('a', { type: 'ShareRatings', on: false });
    rate(log, 5, 'a', 'b');
    rate(back, 5, 'a', 'b');
    const [rating, ...others] = shown(log);
    expect([rating?.stream, rating?.event, rating?.words]).toEqual([
      'aside/a:c1',
      { type: 'RatingShown', seat: 'a', at: stepId },
      { scales: { stirred: 5 } },
    ]);
    expect(others).toEqual([]);
    expect(shown(back)).toEqual([]);
  });

  it('WH3 is destroyed in the record that takes the agreement back, for whoever held it and whoever comes later', () => {
    const log = atRating().do('a', { type: 'ShareRatings', on: true }).do('b', { type: 'ShareRatings', on: true });
    rate(log, 5, 'a', 'b');
    const [seq = 0] = shown(log).map((rating) => rating.seq);
    const back = log.decide('a', { type: 'ShareRatings', on: false });
    const takenBack: AsideEvent = { type: 'RatingsShared', seat: 'a', on: false, ranges: [[seq, seq]] };
    expect(back).toEqual([aside(takenBack)]);
    expect(destroyed([takenBack])).toEqual({ words: [{ kind: 'aside/a', seq }], streams: [] });
    untouched(log, () => log.do('a', { type: 'ShareRatings', on: false }));
    expect(shown(log).map(({ stream, words }) => [stream, words])).toEqual([
      ['aside/a:c1', null],
      ['aside/b:c1', { scales: { stirred: 5 } }],
    ]);
    expect(log.state.asides.a.shown).toEqual([]);
  });

  it('WH3 is destroyed once: what is shown after agreeing anew stays until that is taken back', () => {
    const log = atRating().do('a', { type: 'ShareRatings', on: true });
    rate(log, 5, 'a', 'b');
    for (const on of [false, true]) log.do('a', { type: 'ShareRatings', on });
    log.do('a', { type: 'Pause' });
    const pauseId = log.state.pause?.pauseId ?? '';
    for (const seat of ['a', 'b'] as const) log.do(seat, { type: 'Return', pauseId, stirred: 3, sentence: 'Better.' });
    expect(shown(log).map(({ words }) => words)).toEqual([null, { scales: { stirred: 3 } }]);
    const later = shown(log).at(-1)?.seq ?? 0;
    expect(log.decide('a', { type: 'ShareRatings', on: false })).toEqual([
      aside({ type: 'RatingsShared', seat: 'a', on: false, ranges: [[later, later]] }),
    ]);
  });

  it('WH3 is written on coming back from a pause, too', () => {
    const log = playLed(heard).do('b', { type: 'ShareRatings', on: true }).do('a', { type: 'Pause' });
    const pauseId = log.state.pause?.pauseId ?? '';
    for (const seat of ['a', 'b'] as const) log.do(seat, { type: 'Return', pauseId, stirred: 3, sentence: 'Better.' });
    expect(shown(log).map(({ event, words }) => [event, words])).toEqual([
      [{ type: 'RatingShown', seat: 'b', at: pauseId }, { scales: { stirred: 3 } }],
    ]);
  });

  it('WH3 holds the one number that was agreed to, and changes nothing for the other nor for an observer', () => {
    const log = atRating();
    const quiet = log.copy();
    untouched(log, () => log.do('a', { type: 'ShareRatings', on: true }));
    rate(log, 6, 'a', 'b');
    rate(quiet, 6, 'a', 'b');
    for (const { words } of shown(log)) expect(words).toEqual({ scales: { stirred: 6 } });
    for (const reader of ['b', 'observer'] as const) expect(log.readBy(reader)).toEqual(quiet.readBy(reader));
  });

  it('WH3 is agreed to once, and taken back also where no facilitator is left', () => {
    const log = led(heard).do('a', { type: 'ShareRatings', on: true });
    expect(log.decide('a', { type: 'ShareRatings', on: true })).toEqual([]);
    log.facilitators = [];
    expect(log.decide('b', { type: 'ShareRatings', on: true })).toEqual({ refused: 'no-facilitator' });
    expect(log.decide('a', { type: 'ShareRatings', on: false })).toEqual([
      aside({ type: 'RatingsShared', seat: 'a', on: false }),
    ]);
    expect(log.decide('b', { type: 'ShareRatings', on: false })).toEqual([]);
  });
});

describe('room beside a talk', () => {
  const times = (n: number, act: () => unknown) => {
    for (let i = 0; i < n; i++) act();
  };
  const from = (seq: number, event: AsideEvent): Recorded<AsideEvent> => ({
    stream: 'aside/a:c1',
    seq,
    at: NOON,
    event,
  });

  it('WH6 takes 500 whispers beside a seat, whoever whispers, and as many beside the other', () => {
    const log = led(heard);
    times(499, () => log.do('a', whisper));
    log.lead({ ...whisper, to: 'a' });
    expect(log.state.asides.a.whispers).toBe(500);
    expect(log.decide('a', whisper)).toEqual({ refused: 'whispered-enough' });
    expect(log.decide(facilitator(ADA), { ...whisper, to: 'a' })).toEqual({ refused: 'whispered-enough' });
    expect(log.decide('b', whisper)).toHaveLength(1);
    expect(log.decide('a', { type: 'CheckIn', ...CHECKED })).toHaveLength(1);
    expect(log.decide('a', { type: 'AskForHelp' })).toHaveLength(1);
  });

  it('WH6 takes 50 check-ins of a seat, and as many of the other', () => {
    const log = led(heard);
    times(50, () => log.do('a', { type: 'CheckIn', ...CHECKED }));
    expect(log.decide('a', { type: 'CheckIn', ...CHECKED })).toEqual({ refused: 'whispered-enough' });
    expect(log.decide('b', { type: 'CheckIn', ...CHECKED })).toHaveLength(1);
    expect(log.decide('a', whisper)).toHaveLength(1);
  });

  it('WH6 keeps whispers and check-ins in a row as one pair of numbers, 60,000 of them too', () => {
    const events: AsideEvent[] = [
      { type: 'Whispered', seat: 'a', from: null },
      { type: 'CheckedIn', seat: 'a' },
    ];
    let state = led(heard).state;
    for (let seq = 1; seq <= 60_000; seq++) state = evolve(state, from(seq, events[seq % 2] as AsideEvent));
    expect(state.asides.a.passing).toEqual([[1, 60_000]]);
    const cleared: AsideEvent = { type: 'AsideCleared', seat: 'a', ranges: state.asides.a.passing };
    const gone = destroyed([cleared]);
    expect(gone !== 'everything' && gone.words.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 60_000 }, (_, index) => index + 1),
    );
    expect(evolve(state, from(60_001, cleared)).asides.a.passing).toEqual([]);
  });

  it('WH6 leaves out what stands between them and is not to be destroyed', () => {
    const log = led(heard).do('a', whisper).do('a', { type: 'AskForHelp' }).do('a', whisper).do('a', whisper);
    expect(log.state.asides.a.passing).toEqual([
      [1, 1],
      [3, 4],
    ]);
    log.do('a', { type: 'Stop' });
    expect(log.read('aside/a').map(({ words }) => words)).toEqual([null, undefined, null, null, undefined]);
  });
});

describe('the end of a talk', () => {
  const withAsides = (log: Log) =>
    log
      .do('a', { type: 'CheckIn', ...CHECKED })
      .do('a', { type: 'ShareRatings', on: true })
      .do('b', whisper)
      .lead({ ...whisper, to: 'a' });
  const beside = (log: Log) => [...log.read('aside/a'), ...log.read('aside/b')];

  it('WH4 destroys whispers and check-ins of a talk that is kept; ratings that were shown stay', () => {
    const log = withAsides(playLed(heard)).to('end');
    expect(log.state.ended?.kept).toBe(true);
    const words = beside(log).filter((entry) => 'words' in entry);
    expect(words.map(({ event, words: left }) => [event.type, left !== null])).toEqual(
      words.map(({ event }) => [event.type, event.type === 'RatingShown']),
    );
    expect(new Set(words.map(({ event }) => event.type))).toEqual(new Set(['CheckedIn', 'Whispered', 'RatingShown']));
    expect([log.state.asides.a.passing, log.state.asides.b.passing]).toEqual([[], []]);
  });

  it('WH4 destroys all of it where nothing is kept', () => {
    const log = withAsides(playLed(heard)).do('a', { type: 'Stop' });
    while (log.state.phase !== 'ended')
      log.choose(log.state.answered.a?.turnId === log.turn.turnId ? 'b' : 'a', 'let-go');
    expect(beside(log).filter(({ words }) => words)).toEqual([]);
  });

  it('WH4 is said once in each aside that holds any, and in no other', () => {
    const log = led(heard)
      .do('a', whisper)
      .lead({ ...whisper, to: 'a' })
      .do('b', { type: 'ShareRatings', on: true });
    const ended = log.decide('b', { type: 'Stop' });
    expect(Array.isArray(ended) && ended.filter(({ to }) => to.startsWith('aside/'))).toEqual([
      aside({ type: 'AsideCleared', seat: 'a', ranges: [[1, 2]] }),
    ]);
  });
});

describe('a call for help', () => {
  it('WH5 is heard by the facilitators at any moment of an open talk, and not by the other', () => {
    for (const log of [led(heard), playLed(heard), playLed(heard).do('b', { type: 'Pause' })]) {
      untouched(log, () => log.do('a', { type: 'AskForHelp' }));
      expect(log.seenBy('facilitator').asides.a.helpAsked).toBe(log.now);
    }
  });

  it('WH5 is one call until somebody answers it: by saying so, or by a whisper', () => {
    const log = led(heard).do('a', { type: 'AskForHelp' }).after(1000);
    expect(log.decide('a', { type: 'AskForHelp' })).toEqual([]);
    const answered = log.copy();
    untouched(answered, () => answered.lead({ type: 'AnswerHelp', seat: 'a' }));
    expect(answered.readBy('a').at(-1)?.event).toEqual({ type: 'HelpAnswered', seat: 'a', by: ADA });
    expect(answered.state.asides.a.helpAsked).toBeNull();
    expect(answered.decide(facilitator(ADA), { type: 'AnswerHelp', seat: 'a' })).toEqual([]);
    expect(log.copy().lead({ ...whisper, to: 'b' }).state.asides.a.helpAsked).toBe(log.now - 1000);
    expect(log.copy().do('a', whisper).state.asides.a.helpAsked).toBe(log.now - 1000);
    expect(log.copy().lead({ ...whisper, to: 'a' }).state.asides.a.helpAsked).toBeNull();
  });

  it('WH5 is refused where there is no facilitator to hear it', () => {
    const log = gathered(heard);
    expect(log.decide('a', { type: 'AskForHelp' })).toEqual({ refused: 'no-facilitator' });
  });
});
