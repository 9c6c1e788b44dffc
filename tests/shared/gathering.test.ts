import { notice, own, talk } from '@turnward/shared/conversation/outcome.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { ADA, facilitator, GRACE, gathered, led, play, playLed } from '../kit/spec-log.ts';
import { NOON } from '../kit/spec-talk.ts';

const ready = (isReady = true) => ({ type: 'SetReady', ready: isReady }) as const;
const bothReady = () => gathered(heard).do('a', ready()).do('b', ready());

describe('gathering', () => {
  it('GA1 takes each partner’s ready, and takes it back', () => {
    const log = gathered(heard);
    given(log)
      .when(ready(), 'b')
      .records(talk({ type: 'ReadySet', seat: 'b', ready: true }));
    given(log).when(ready(false), 'b').records();
    log.do('b', ready());
    given(log).when(ready(), 'b').records();
    given(log)
      .when(ready(false), 'b')
      .records(talk({ type: 'ReadySet', seat: 'b', ready: false }));
  });

  it('GA1 begins only when both are ready, whoever presses', () => {
    for (const seat of SEATS) {
      given(gathered(heard)).when({ type: 'Begin' }, seat).refuses('not-ready');
      for (const one of SEATS)
        given(gathered(heard).do(one, ready())).when({ type: 'Begin' }, seat).refuses('not-ready');
      given(bothReady().do('a', ready(false)))
        .when({ type: 'Begin' }, seat)
        .refuses('not-ready');
      given(bothReady())
        .when({ type: 'Begin' }, seat)
        .records(
          talk({ type: 'ConversationBegun' }),
          talk({ type: 'TurnStarted', turnId: 't1', stepId: 'ready', holders: ['a', 'b'], opensAt: NOON }),
        );
    }
  });

  it('GA1 begins once', () => {
    for (const seat of SEATS) {
      given(play(heard)).when({ type: 'Begin' }, seat).refuses('already-begun');
      given(play(heard)).when(ready(false), seat).refuses('already-begun');
    }
  });

  it('GA1 has no floor, pause or step before it began', () => {
    const log = bothReady();
    given(log).when({ type: 'Pause' }, 'a').refuses('not-begun');
    given(log).when({ type: 'Contribute', turnId: 't1', answer: {} }, 'a').refuses('not-begun');
    given(log).when({ type: 'PassFloor', turnId: 't1' }, 'a').refuses('not-begun');
    given(log).when({ type: 'Return', pauseId: 'p1', stirred: 1 }, 'a').refuses('not-begun');
  });

  it('GA2 begins only while both are connected', () => {
    for (const here of [[], ['a'], ['b'], ['b', 'b']] as const) {
      given(bothReady()).when({ type: 'Begin' }, 'b', NOON, here).refuses('partner-not-here');
    }
  });

  it('GA3 ends the gathering at once for “not today”, by either', () => {
    for (const seat of SEATS) {
      given(bothReady())
        .when({ type: 'Stop' }, seat)
        .records(
          talk({ type: 'ConversationEnded', reason: 'put-off', kept: false }),
          notice({ type: 'ConversationClosed', conversationId: 'c1', reason: 'put-off', kept: false }),
        );
    }
  });

  it('GA3 ends the gathering for “not today” by whoever leads, by name, and by no other facilitator', () => {
    given(led(heard))
      .when({ type: 'Stop' }, facilitator(ADA))
      .records(
        talk({ type: 'CalledOff', by: ADA }),
        talk({ type: 'ConversationEnded', reason: 'put-off', kept: false }),
        notice({ type: 'ConversationClosed', conversationId: 'c1', reason: 'put-off', kept: false }),
      );
    given(led(heard)).when({ type: 'Stop' }, facilitator(GRACE)).refuses('not-yours-to-do');
    given(playLed(heard)).when({ type: 'Stop' }, facilitator(ADA)).refuses('already-begun');
  });

  it('GA3 ends the talk for “not now” on arriving, without waiting for the other and without a reason', () => {
    const log = play(heard);
    const notNow = { type: 'Contribute', turnId: 't1', answer: { choice: 'not-now' } } as const;
    for (const [seat, from] of [
      ['a', log],
      ['b', log],
      ['b', log.copy().choose('a', 'yes')],
    ] as const) {
      given(from)
        .when(notNow, seat)
        .records(
          own({ type: 'Answered', turnId: 't1', stepId: 'ready', kind: 'ready', seat, choice: 'not-now' }),
          talk({ type: 'ConversationEnded', reason: 'put-off', kept: false }),
          notice({ type: 'ConversationClosed', conversationId: 'c1', reason: 'put-off', kept: false }),
        );
    }
  });

  it('GA3 shows another time only to go with “not now”, and it outlives the talk', () => {
    const later = { choice: 'not-now', text: { when: ' Tonight at eight? ' } };
    const log = play(heard).answer('a', { choice: 'yes', text: { when: 'Rather tomorrow.' } });
    expect(log.entries.filter(({ words }) => words).map(({ stream }) => stream)).toEqual(['own/a:c1']);
    log.answer('b', later);
    const left = log.entries.filter(({ words }) => words);
    expect(left.map(({ stream, words }) => [stream, words])).toEqual([
      ['space:s1', { text: { when: 'Tonight at eight?' } }],
    ]);
  });

  it('GA3 leaves nothing to do once it is over', () => {
    const log = gathered(heard).do('b', { type: 'Stop' });
    for (const command of [ready(), { type: 'Begin' }, { type: 'Stop' }, { type: 'Pause' }] as const) {
      for (const seat of SEATS) given(log).when(command, seat).refuses('ended');
    }
    expect(log.state).toMatchObject({ phase: 'ended', turn: null, ended: { reason: 'put-off', kept: false } });
  });
});
