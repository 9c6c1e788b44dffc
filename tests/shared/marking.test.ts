import { own, talk } from '@turnward/shared/conversation/outcome.ts';
import { fivePartCheckIn } from '@turnward/shared/guides/five-part-check-in.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { card } from '../kit/spec-documents.ts';
import { gathered, type Log, play } from '../kit/spec-log.ts';

const marks = (cardId: string, version = card(cardId).version, ready = true) =>
  ({ type: 'MarkCard', cardId, version, ready }) as const;
const says = (done = true) => ({ type: 'FinishMarking', done }) as const;
const shows = (...cardIds: string[]) =>
  talk({ type: 'OverlapShown', cards: cardIds.map((cardId) => ({ cardId, version: card(cardId).version })) });
const finished = (seat: 'a' | 'b', done = true) => talk({ type: 'MarkingFinished', seat, done });

const WHEN: [string, () => Log][] = [
  ['while gathering', () => gathered(heard)],
  ['while the talk is on', () => play(heard).to('share')],
];

describe('marking cards', () => {
  it.each(WHEN)('DK1 takes a mark for the wording that was read, %s, and each anew', (_, talkThen) => {
    const log = talkThen();
    const { version } = card('close');
    for (const seat of SEATS) {
      given(log)
        .when(marks('close'), seat)
        .records(own({ type: 'CardMarked', seat, cardId: 'close', version, ready: true }));
    }
    log.mark('a', 'close');
    given(log).when(marks('close'), 'a').records();
    given(log)
      .when(marks('close', version, false), 'a')
      .records(own({ type: 'CardMarked', seat: 'a', cardId: 'close', version, ready: false }));
  });

  it('DK1 refuses a mark for words that the card has no longer, or never had', () => {
    const log = gathered(heard);
    log.documents.reword('close', 'Tell about a Sunday.');
    given(log).when(marks('close'), 'a').refuses('card-changed');
    given(log)
      .when(marks('close', card('hope').version, false), 'a')
      .refuses('card-changed');
    log.mark('a', 'close');
    expect(log.state.marks.a).toEqual({
      close: { version: card('close', 'Tell about a Sunday.').version, ready: true },
    });
  });

  it('DK1 refuses a mark for a card that is not there, was set aside, or in a guide without any', () => {
    const log = gathered(heard);
    log.documents.setAside('close');
    for (const cardId of ['close', 'none', '__proto__', 'constructor', '']) {
      given(log).when(marks(cardId), 'a').refuses('unknown-card');
    }
    given(gathered(fivePartCheckIn)).when(marks('close'), 'a').refuses('unknown-card');
    given(gathered(fivePartCheckIn)).when(says(), 'a').refuses('unknown-card');
  });

  it('DK1 counts a mark no longer once the words have changed, and again once they are back', () => {
    const log = gathered(heard).mark('a', 'close').mark('b', 'close').do('a', says());
    log.documents.reword('close', 'Tell about a Sunday.');
    given(log).when(says(), 'b').records(finished('b'), shows());
    log.documents.reword('close', null);
    given(log).when(says(), 'b').records(finished('b'), shows('close'));
  });

  it('DK2 writes a mark where nobody else reads, and tells the other nothing but that somebody is done', () => {
    const log = gathered(heard);
    const [before, knew] = [log.readBy('b'), log.seenBy('b')];
    log.mark('a', 'close').mark('a', 'hope', false).mark('a', 'close', false);
    expect(log.readBy('b')).toEqual(before);
    expect(log.seenBy('b')).toEqual(knew);
    expect(log.read('own/a')).toHaveLength(3);
    log.do('a', says());
    expect(
      log
        .readBy('b')
        .slice(before.length)
        .map(({ event, words }) => [event, words]),
    ).toEqual([[{ type: 'MarkingFinished', seat: 'a', done: true }, undefined]]);
  });

  it('DK2 says done once, and takes it back', () => {
    const log = gathered(heard).do('a', says());
    given(log).when(says(), 'a').records();
    given(log).when(says(false), 'a').records(finished('a', false));
    given(log).when(says(false), 'b').records();
    expect(log.do('a', says(false)).state.marking).toEqual({ a: false, b: false });
    given(log).when(says(), 'b').records(finished('b'));
  });

  it.each(WHEN)(
    'DK3 shows to both what both marked ready, in the deck’s order, once both are done, %s',
    (_, talkThen) => {
      const log = talkThen();
      for (const cardId of ['hope', 'close', 'missing']) log.mark('a', cardId);
      for (const cardId of ['close', 'hope', 'far-apart']) log.mark('b', cardId);
      log.mark('b', 'missing', false).do('b', says());
      given(log).when(says(), 'a').records(finished('a'), shows('close', 'hope'));
      log.documents.moveUp('hope');
      given(log).when(says(), 'a').records(finished('a'), shows('hope', 'close'));
      for (const seat of SEATS) {
        const seen = log.copy().do('a', says()).seenBy(seat);
        expect(seen.overlap?.map(({ cardId }) => cardId)).toEqual(['hope', 'close']);
        expect(seen.marks[seat === 'a' ? 'b' : 'a']).toEqual({});
      }
    },
  );

  it('DK3 shows that there is none where there is none', () => {
    given(gathered(heard).mark('a', 'close').mark('b', 'hope').do('b', says()))
      .when(says(), 'a')
      .records(finished('a'), shows());
  });

  it('DK3 shows nothing more to whoever marks and says done alone, however often', () => {
    const log = gathered(heard).mark('a', 'close').readyFor('hope');
    const shown = log.state.overlap;
    for (const cardId of ['close', 'missing', 'far-apart']) {
      log.mark('b', cardId).do('b', says()).do('b', says(false)).mark('b', cardId, false);
      expect(log.seenBy('b').overlap).toEqual(shown);
    }
    log.mark('b', 'close').do('b', says());
    expect(log.state.overlap).toEqual(shown);
    given(log).when(says(), 'a').records(finished('a'), shows('close', 'hope'));
  });

  it('DK8 is closed while paused', () => {
    const log = play(heard).to('share').do('b', { type: 'Pause' });
    for (const seat of SEATS) {
      given(log).when(marks('close'), seat).refuses('paused');
      given(log).when(marks('none'), seat).refuses('paused');
      for (const done of [true, false]) given(log).when(says(done), seat).refuses('paused');
    }
  });

  it('DK8 is closed before there is a talk and after its end', () => {
    const over = gathered(heard).do('a', { type: 'Stop' });
    for (const command of [marks('close'), says(), says(false)]) {
      given(over).when(command, 'b').refuses('ended');
      given(heard).when(command, 'b').refuses('not-begun');
    }
  });
});
