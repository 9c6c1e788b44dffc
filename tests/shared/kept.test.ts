import { destroyed } from '@turnward/shared/conversation/destroyed.ts';
import { eraseSaid } from '@turnward/shared/conversation/kept.ts';
import { own, talk } from '@turnward/shared/conversation/outcome.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { type Log, play } from '../kit/spec-log.ts';

const seqsBy = (log: Log, seat: Seat) =>
  Object.keys(log.state.authors)
    .map(Number)
    .filter((seq) => log.state.authors[seq] === seat);
const wordsAt = (log: Log, seq: number) => log.read('talk')[seq - 1]?.words;
const keptTalk = () => play(heard).to('end');
const first = (log: Log, seat: Seat) => seqsBy(log, seat)[0] ?? 0;

describe('folding words away', () => {
  it('ER1 is for the author alone, shows to both, and is taken back again', () => {
    const log = keptTalk();
    const seq = first(log, 'a');
    given(log)
      .when({ type: 'FoldWords', seq, folded: true }, 'a')
      .records(talk({ type: 'WordsFolded', seat: 'a', seq, folded: true }));
    given(log).when({ type: 'FoldWords', seq, folded: true }, 'b').refuses('not-your-words');
    given(log).when({ type: 'FoldWords', seq, folded: false }, 'a').records();
    log.do('a', { type: 'FoldWords', seq, folded: true });
    for (const reader of SEATS) expect(log.seenBy(reader).folded).toEqual([seq]);
    expect(wordsAt(log, seq)).not.toBeNull();
    expect(log.do('a', { type: 'FoldWords', seq, folded: false }).state.folded).toEqual([]);
  });

  it('ER1 is for what somebody said: not for a line of the talk, nor for a seq that is none', () => {
    for (const seq of [0, 1, 9999]) {
      given(keptTalk()).when({ type: 'FoldWords', seq, folded: true }, 'a').refuses('not-your-words');
    }
  });
});

describe('taking words back', () => {
  it('ER2 destroys the author’s words in that record; the stub stays, and so does what the other said', () => {
    const log = keptTalk();
    const [mine, theirs] = [first(log, 'a'), first(log, 'b')];
    given(log).when({ type: 'WithdrawWords', seq: mine }, 'b').refuses('not-your-words');
    const answer = log.read('talk')[theirs - 1]?.words;
    log.do('a', { type: 'WithdrawWords', seq: mine });
    expect(wordsAt(log, mine)).toBeNull();
    expect(wordsAt(log, theirs)).toEqual(answer);
    expect(log.read('talk')[mine - 1]?.event).toMatchObject({ seat: 'a' });
    for (const reader of SEATS) expect(log.seenBy(reader).gone).toEqual([mine]);
  });

  it('ER2 takes them where they were written first, too, and tells the other nothing of that place', () => {
    const log = keptTalk();
    const shown = log.read('talk').find(({ event }) => event.type === 'Revealed' && event.seat === 'a');
    if (shown?.event.type !== 'Revealed') throw new Error('nothing was shown together');
    const { turnId } = shown.event;
    const written = log.read('own/a').find(({ event }) => event.type === 'Answered' && event.turnId === turnId);
    const seq = written?.seq ?? 0;
    expect(written?.words).toEqual(shown.words);
    given(log)
      .when({ type: 'WithdrawWords', seq: shown.seq }, 'a')
      .records(
        talk({ type: 'WordsWithdrawn', seat: 'a', seq: shown.seq }),
        own({ type: 'FirstWordsWithdrawn', seat: 'a', seq }),
      );
    log.do('a', { type: 'WithdrawWords', seq: shown.seq });
    expect([wordsAt(log, shown.seq), log.read('own/a')[seq - 1]?.words]).toEqual([null, null]);
  });

  it('ER2 happens once: again, or of what was left out before, it changes nothing; folded they can’t be any more', () => {
    const log = play(heard).to('keep');
    const [left, seq = 0] = seqsBy(log, 'a');
    log
      .answer('a', { choice: 'keep', omit: [left ?? 0] })
      .choose('b', 'keep')
      .to('end');
    given(log)
      .when({ type: 'WithdrawWords', seq: left ?? 0 }, 'a')
      .records();
    log.do('a', { type: 'WithdrawWords', seq });
    given(log).when({ type: 'WithdrawWords', seq }, 'a').records();
    given(log).when({ type: 'FoldWords', seq, folded: true }, 'a').refuses('words-gone');
  });

  it('ER2 is for a talk that was kept, once it is over', () => {
    const open = play(heard).to('hear.check');
    const seq = first(open, 'a');
    given(open).when({ type: 'WithdrawWords', seq }, 'a').refuses('not-kept');
    const letGo = play(heard).to('keep').choose('a', 'let-go').choose('b', 'keep').to('end');
    given(letGo)
      .when({ type: 'WithdrawWords', seq: first(letGo, 'a') }, 'a')
      .refuses('not-kept');
    const expired = keptTalk().record([talk({ type: 'TalkExpired' })]);
    given(expired)
      .when({ type: 'WithdrawWords', seq: first(expired, 'a') }, 'a')
      .refuses('not-kept');
  });
});

describe('adding a dated note', () => {
  it('ER3 stands beside the author’s own words, which stay as they are, and is read by both', () => {
    const log = keptTalk();
    const about = first(log, 'a');
    const before = wordsAt(log, about);
    const said = { text: { text: 'I would say it more gently now.' } };
    const command = { type: 'AddNote', about, text: ' I would say it more gently now. ' } as const;
    given(log)
      .when(command, 'a')
      .records(talk({ type: 'NoteAdded', seat: 'a', about }, said));
    given(log).when(command, 'b').refuses('not-your-words');
    given(log)
      .when({ ...command, text: ' ' }, 'a')
      .refuses('empty');
    given(log)
      .when({ ...command, text: 'x'.repeat(2001) }, 'a')
      .refuses('too-long');
    log.do('a', command);
    expect(wordsAt(log, about)).toEqual(before);
    expect(log.readBy('b').at(-1)).toMatchObject({ event: { type: 'NoteAdded' }, words: said });
  });

  it('ER3 is the author’s like any words: it can be taken back, and there is an end to how many', () => {
    const log = keptTalk();
    const about = first(log, 'a');
    log.do('a', { type: 'AddNote', about, text: 'Later.' });
    const seq = log.head;
    given(log).when({ type: 'WithdrawWords', seq }, 'b').refuses('not-your-words');
    log.do('a', { type: 'WithdrawWords', seq });
    expect(wordsAt(log, seq)).toBeNull();
    for (let count = 1; count < 100; count++) log.do('a', { type: 'AddNote', about, text: 'Later.' });
    given(log).when({ type: 'AddNote', about, text: 'Once more.' }, 'a').refuses('noted-enough');
  });
});

describe('erasing all that one said', () => {
  it('ER7 leaves nothing of theirs, nor of what both worded together, and all else of the other', () => {
    const log = play(reachAndRespond).to('end');
    const theirs = new Set(seqsBy(log, 'b'));
    const before = log.entries;
    log.record(eraseSaid(log.state, 'a'));
    for (const [at, entry] of before.entries()) {
      if (!entry.words) continue;
      const isTheirs = entry.stream.startsWith('own/b') || (entry.stream.startsWith('talk') && theirs.has(entry.seq));
      expect([entry.event.type, log.entries[at]?.words !== null]).toEqual([entry.event.type, isTheirs]);
    }
    for (const seq of seqsBy(log, 'a')) expect(log.seenBy('b').gone).toContain(seq);
  });

  it('ER7 ER5 says to every page what goes', () => {
    expect(destroyed([{ type: 'TalkExpired' }])).toBe('everything');
    expect(
      destroyed([
        { type: 'SaidErased', seat: 'a', ranges: [[3, 4]] },
        { type: 'OwnErased', seat: 'a' },
        { type: 'AsideErased', seat: 'a' },
      ]),
    ).toEqual({
      words: [
        { kind: 'talk', seq: 3 },
        { kind: 'talk', seq: 4 },
      ],
      streams: ['own/a', 'aside/a'],
    });
  });
});
