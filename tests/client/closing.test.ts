import { endedView } from '@turnward/client/features/talk/ended-view.ts';
import { wordsOf } from '@turnward/client/features/talk/keep-words.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { describe, expect, it } from 'vitest';
import { TalkRecord } from './record-talk.ts';

const ended = (talk: TalkRecord) => endedView(talk.state, talk.streams.talk);

describe('what may be left out', () => {
  it('KP3 is what I said myself, by its place in the talk, and only where there are words', () => {
    const talk = new TalkRecord(heard).playTo('keep', (seat) => `said by ${seat}`);
    const mine = wordsOf('a', talk.streams.talk);
    expect(mine.map(({ kind }) => kind)).toEqual([
      'intend',
      'share',
      'mirror',
      'mirror',
      'validate',
      'feel_with',
      'thank',
    ]);
    for (const { seq, text } of mine) {
      expect(talk.state.authors[seq]).toBe('a');
      expect(text).toEqual(['said by a']);
    }
  });
});

describe('the plain end of a talk', () => {
  it('KP1 says that both kept it, and what was planned', () => {
    const talk = new TalkRecord(heard).playTo('end', () => 'Tea at eight.');
    expect(ended(talk)).toEqual({ how: 'completed', words: 'kept', plan: 'Tea at eight.' });
  });

  it('KP2 says that the words are destroyed where one let it go', () => {
    const talk = new TalkRecord(heard).playTo('keep');
    talk.answer('a', '', { choice: 'keep' });
    talk.answer('b', '', { choice: 'let-go' });
    expect(ended(talk.playTo('end'))).toEqual({ how: 'completed', words: 'destroyed', plan: undefined });
  });

  it('PA5 says that it was stopped, and that nothing was saved where nothing was said', () => {
    const talk = new TalkRecord(heard);
    talk.do('b', { type: 'Stop' });
    expect(ended(talk)).toEqual({ how: 'stopped', words: 'nothing', plan: undefined });
  });

  it('R8 says “not now” without saying whose', () => {
    const talk = new TalkRecord(heard);
    talk.do('b', {
      type: 'Contribute',
      turnId: talk.turnId,
      answer: { choice: 'not-now', text: { when: 'Tomorrow.' } },
    });
    expect(ended(talk)).toEqual({ how: 'put-off', words: 'nothing', plan: undefined });
  });
});
