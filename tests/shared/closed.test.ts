import { mayTakeBack } from '@turnward/shared/conversation/closed.ts';
import { opening } from '@turnward/shared/conversation/decide.ts';
import { destroyed } from '@turnward/shared/conversation/destroyed.ts';
import { talk } from '@turnward/shared/conversation/outcome.ts';
import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { isRefused } from '@turnward/shared/kernel/decider.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { given } from '../kit/decider.ts';
import { ADA, facilitator, gathered, type Log, play, playLed } from '../kit/spec-log.ts';
import { anyTalk, plainly } from '../kit/spec-plainly.ts';
import { CONVERSATION, SPACE } from '../kit/spec-store.ts';
import { grant, wishes } from '../kit/spec-wishes.ts';

vi.setConfig({ testTimeout: 60_000 });

/** `a` has just shared something heavy; `b` has not opened it. */
const closed = (): Log => play(reachAndRespond).to('fear').answer('a');
const takeBack = ({ turn: { turnId } }: Log) => ({ type: 'TakeBackWords', turnId }) as const;
const seqOf = ({ state }: Log) => state.lastClosed?.seq ?? 0;
const wordsAt = (log: Log, seq: number) => log.read('talk')[seq - 1]?.words;

describe('slow by default', () => {
  it('R13 PK1 a slow guide is slow from its beginning, and what goes deep is slow', () => {
    for (const guide of GUIDES) expect([guide.id, gathered(guide).state.slow]).toEqual([guide.id, guide.deep === true]);
    const log = play(reachAndRespond).to('fear');
    expect(log.turn.limit).toBe(400);
    log.answer('a');
    expect(log.turn.opensAt - log.turn.startedAt).toBe(15_000);
  });

  it('R13 PK1 whoever leads turns it off, the two alone cannot', () => {
    const alone = play(reachAndRespond);
    for (const seat of SEATS) given(alone).when({ type: 'SetSlowMode', on: false }, seat).refuses('not-yours-to-do');
    const led = playLed(reachAndRespond).lead({ type: 'SetSlowMode', on: false });
    expect(led.state.slow).toBe(false);
  });

  it('PK1 ES6 a talk that was opened before guides were slow replays as it was', () => {
    const before = opening({ conversationId: CONVERSATION, spaceId: SPACE, guide: heard, first: 'a' });
    expect(before.event).not.toHaveProperty('slow');
    expect(gathered(heard).state.slow).toBe(false);
  });
});

describe('words that arrive closed', () => {
  it('R13 PK2 are opened by the one they are said to, once', () => {
    const log = closed();
    const seq = seqOf(log);
    expect(log.read('talk')[seq - 1]?.event).toMatchObject({ type: 'Contributed', closed: true });
    given(log).when({ type: 'OpenWords', seq }, 'a').refuses('not-yours-to-do');
    given(log).when({ type: 'OpenWords', seq: 9999 }, 'b').refuses('words-gone');
    given(log).when({ type: 'OpenWords', seq: 1 }, 'b').refuses('words-gone');
    given(log)
      .when({ type: 'OpenWords', seq }, 'b')
      .records(talk({ type: 'WordsOpened', seat: 'b', seq }));
    const { turn } = log;
    log.do('b', { type: 'OpenWords', seq });
    expect([log.state.closed, log.turn]).toEqual([[], turn]);
    given(log).when({ type: 'OpenWords', seq }, 'b').records();
  });

  it('PK2 what is not heavy, or of both, arrives open', () => {
    const log = play(heard).to('end');
    expect(log.read('talk').filter(({ event }) => 'closed' in event)).toEqual([]);
    given(play(heard).to('hear.mirror'))
      .when({ type: 'OpenWords', seq: seqBy(play(heard).to('hear.mirror'), 'a') }, 'b')
      .records();
  });

  it('PK2 wait while a facilitator holds the floor and while only what may be kept is left; a pause outranks them', () => {
    const held = playLed(reachAndRespond).to('risk').answer('a');
    const seq = seqOf(held);
    held.act({ type: 'HoldFloor' });
    given(held)
      .when({ type: 'OpenWords', seq }, 'b')
      .records(talk({ type: 'WordsOpened', seat: 'b', seq }));
    const stopping = closed().do('a', { type: 'Stop' });
    expect(stopping.do('b', { type: 'OpenWords', seq: seqOf(stopping) }).state.closed).toEqual([]);
    const paused = closed().do('b', { type: 'Pause' });
    given(paused)
      .when({ type: 'OpenWords', seq: seqOf(paused) }, 'b')
      .refuses('paused');
  });
});

const seqBy = ({ state }: Log, seat: 'a' | 'b') =>
  Number(Object.keys(state.authors).find((seq) => state.authors[Number(seq)] === seat));

describe('taking back before it was opened', () => {
  it('R13 PK3 destroys the words in that record and gives the step back as a new turn', () => {
    const log = closed();
    const [seq, before] = [seqOf(log), log.turn.turnId];
    expect(mayTakeBack(log.state, 'a')).toBe(seq);
    log.do('a', takeBack(log));
    expect(wordsAt(log, seq)).toBeNull();
    expect(log.turn).toMatchObject({ stepId: 'fear', holders: ['a'] });
    expect(log.turn.turnId).not.toBe(before);
    expect(log.turn.opensAt).toBe(log.now);
    expect(log.state.authors[seq]).toBeUndefined();
    for (const reader of SEATS) expect(log.seenBy(reader).gone).toEqual([seq]);
    expect(destroyed([{ type: 'WordsTakenBack', seat: 'a', seq, turnId: before }])).toEqual({
      words: [{ kind: 'talk', seq }],
      streams: [],
    });
    expect(log.answer('a').to('end').state.ended?.reason).toBe('completed');
  });

  it('R13 PK3 keeps nothing of it: not to be kept, opened, folded or withdrawn later', () => {
    const log = closed();
    const seq = seqOf(log);
    log.do('a', takeBack(log));
    given(log).when({ type: 'OpenWords', seq }, 'b').refuses('words-gone');
    log.to('end');
    given(log).when({ type: 'WithdrawWords', seq }, 'a').refuses('not-your-words');
  });

  it('PK3 the way back does not lead through what was taken back', () => {
    const log = playLed(reachAndRespond).to('risk');
    const { trail } = log.state;
    log.answer('a');
    log.do('a', takeBack(log));
    expect(log.state.trail).toEqual(trail);
  });

  it('R13 PK3 PK4 is refused once it was opened, answered to or gone on, in the same words, and by anybody else', () => {
    const opened = closed();
    opened.do('b', { type: 'OpenWords', seq: seqOf(opened) });
    given(opened).when(takeBack(opened), 'a').refuses('cannot-take-back');
    given(closed()).when(takeBack(closed()), 'b').refuses('cannot-take-back');
    given(play(heard).to('hear.mirror'))
      .when(takeBack(play(heard).to('hear.mirror')), 'a')
      .refuses('cannot-take-back');

    const between = playLed(reachAndRespond).to('risk').answer('a');
    const command = takeBack(between);
    between.act({ type: 'InsertStep', what: 'settle' });
    given(between).when(command, 'a').refuses('stale-turn');
    given(between).when(takeBack(between), 'a').refuses('cannot-take-back');

    const answered = closed();
    const old = takeBack(answered);
    given(answered.answer('b')).when(old, 'a').refuses('stale-turn');
    given(answered).when(takeBack(answered), 'a').refuses('cannot-take-back');
  });

  it('PK3 FL4 FA6 not in a pause nor while the floor is held: both close the floor to everybody', () => {
    const paused = closed().do('b', { type: 'Pause' });
    given(paused).when(takeBack(paused), 'a').refuses('paused');
    const held = playLed(reachAndRespond).to('risk').answer('a').act({ type: 'HoldFloor' });
    given(held).when(takeBack(held), 'a').refuses('held');
    given(held).when(takeBack(held), facilitator(ADA)).refuses('not-yours-to-do');
  });

  it('R13 PK3 law: whatever is pressed before, of opening and taking back at once one counts, and nothing else is lost', () => {
    let raced = 0;
    const heavy = anyTalk((log) => log.state.phase === 'live' && mayTakeBack(log.state, log.first) !== undefined);
    fc.assert(
      fc.property(heavy, fc.boolean(), wishes, (log, openFirst, after) => {
        const seq = mayTakeBack(log.state, log.first);
        if (seq === undefined || log.state.pause || log.state.hold) return;
        raced++;
        const others = log.read('talk').filter((each) => each.seq !== seq && each.words);
        const [author, other] = log.first === 'a' ? (['a', 'b'] as const) : (['b', 'a'] as const);
        const back = takeBack(log);
        const asks = [() => log.ask(other, { type: 'OpenWords', seq }), () => log.ask(author, back)];
        const outcomes = (openFirst ? asks : asks.reverse()).map((ask) => isRefused(ask()));
        expect(outcomes).toEqual([false, true]);
        expect(wordsAt(log, seq) === null).toBe(!openFirst);
        for (const { seq: place, words } of others) expect(wordsAt(log, place)).toEqual(words);
        for (const wish of after) {
          grant(log, wish);
          expect(log.state.phase === 'live' ? log.state.turn?.holders.length : 1).toBeGreaterThan(0);
        }
        for (const [who, command] of plainly(log)) log.do(who, command);
        expect(log.state.phase).toBe('ended');
      }),
      { numRuns: 400 },
    );
    expect(raced).toBeGreaterThan(20);
  });
});
