import { talk } from '@turnward/shared/conversation/outcome.ts';
import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import { fivePartCheckIn } from '@turnward/shared/guides/five-part-check-in.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { otherSeat, SEATS } from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { type Log, MINUTE, play } from '../kit/spec-log.ts';
import { NOON } from '../kit/spec-talk.ts';

const said = (log: Log, text = 'It was late and I waited.') =>
  ({ type: 'Contribute', turnId: log.turn.turnId, answer: { text: { text } } }) as const;

describe('the floor', () => {
  it('FL1 is one turn with its id, its step, its holders and when it started', () => {
    const log = play(heard).to('share');
    expect(log.turn).toEqual({ turnId: 't4', stepId: 'share', holders: ['a'], startedAt: NOON, opensAt: NOON });
  });

  it('FL1 never has an id twice, and each turn begins where the last one ended', () => {
    for (const guide of GUIDES) {
      const turns = play(guide)
        .to('end')
        .read('talk')
        .filter(({ event }) => event.type === 'TurnStarted');
      const ids = turns.map(({ event }) => event.type === 'TurnStarted' && event.turnId);
      expect(ids).toEqual(turns.map((_, at) => `t${at + 1}`));
    }
  });

  it('FL1 is nobody’s before the beginning and after the end', () => {
    const log = play(heard).to('end');
    expect(log.state.turn).toBeNull();
    given(log).when({ type: 'Contribute', turnId: 't4', answer: {} }, 'a').refuses('ended');
  });

  it.each(['Contribute', 'PassFloor', 'Approve'] as const)('FL2 refuses to %s for a turn that is over', (type) => {
    const log = play(heard).to('share');
    const { turnId } = log.turn;
    log.answer('a').to('hear.check');
    given(log)
      .when({ type, turnId, answer: {}, seq: 1 } as never, 'a')
      .refuses('stale-turn');
  });

  it('FL2 refuses a turn that is yet to come, also from who will hold it', () => {
    const log = play(heard).to('share');
    given(log).when({ type: 'PassFloor', turnId: 't5' }, 'b').refuses('stale-turn');
    given(log).when({ type: 'PassFloor', turnId: '' }, 'a').refuses('stale-turn');
  });

  it('FL3 lets nobody but the holder write, pass or agree', () => {
    const log = play(heard).to('share');
    const { turnId } = log.turn;
    given(log).when(said(log), 'b').refuses('not-your-floor');
    given(log).when({ type: 'PassFloor', turnId }, 'b').refuses('not-your-floor');
    given(log).when({ type: 'Approve', turnId, seq: 1 }, 'b').refuses('not-your-floor');
  });

  it('FL3 counts the first press and no other', () => {
    const log = play(heard).to('share');
    const press = { type: 'PassFloor', turnId: log.turn.turnId } as const;
    const before = log.do('a', press).state;
    given(log).when(press, 'a').refuses('stale-turn');
    expect(log.state).toBe(before);
  });

  it('FL4 accepts nothing on the floor while paused, from the holder or the other', () => {
    const log = play(heard).to('share').do('b', { type: 'Pause' });
    const { turnId } = log.turn;
    for (const seat of SEATS) {
      given(log).when(said(log), seat).refuses('paused');
      given(log).when({ type: 'PassFloor', turnId }, seat).refuses('paused');
      given(log).when({ type: 'Approve', turnId, seq: 1 }, seat).refuses('paused');
      given(log).when({ type: 'PassFloor', turnId: 'stale' }, seat).refuses('paused');
      given(log).when({ type: 'Begin' }, seat).refuses('already-begun');
    }
  });

  it('FL5 leaves the floor with a holder who vanished, for however long', () => {
    const log = play(heard).to('share');
    const turn = log.turn;
    const tomorrow = log.now + 24 * 60 * MINUTE;
    given(log).when(said(log), 'b', tomorrow, ['b']).refuses('not-your-floor');
    given(log).when({ type: 'PassFloor', turnId: turn.turnId }, 'b', tomorrow, ['b']).refuses('not-your-floor');
    expect(log.after(24 * 60 * MINUTE).do('a', said(log)).turn.holders).toEqual(['b']);
  });

  it('FL6 decides the same whoever is connected', () => {
    const log = play(heard).to('share');
    const commands = [
      said(log),
      { type: 'PassFloor', turnId: log.turn.turnId },
      { type: 'Pause' },
      { type: 'Stop' },
    ] as const;
    for (const command of commands) {
      for (const seat of SEATS) {
        const alone = log.decide(seat, command, log.now, [seat]);
        expect(alone).toEqual(log.decide(seat, command, log.now, SEATS));
        expect(alone).toEqual(log.decide(seat, command, log.now, []));
      }
    }
  });

  it('FL7 writes the answer to a private step nowhere but in its author’s own stream', () => {
    const log = play(heard).to('rate');
    const seenBefore = log.readBy('b');
    log.answer('a', { scales: { stirred: 4 } });
    expect(log.entries.filter(({ words }) => words?.scales).map(({ stream }) => stream)).toEqual(['own/a:c1']);
    expect(log.readBy('b')).toEqual(seenBefore);
  });

  it('FL8 takes the time from the server, whatever a command says of it', () => {
    const log = play(fivePartCheckIn).to('share').answer('a');
    const thanks = { type: 'Contribute', turnId: log.turn.turnId, answer: { choice: 'with-you' } } as const;
    const later = log.turn.opensAt + MINUTE;
    given(log)
      .when({ ...thanks, now: later, at: later } as never, 'b', log.now)
      .refuses('still-reading');
    log.after(8000).do('b', { ...thanks, now: 0 } as never);
    expect(log.read('talk').at(-1)?.at).toBe(log.now);
  });

  it('FL8 measures a break from the server’s now', () => {
    const log = play(heard).do('a', { type: 'Pause' });
    const size = { type: 'SizePause', pauseId: 'p1', size: 'break', returnAt: NOON + 20 * MINUTE } as const;
    given(log)
      .when(size, 'a', NOON + 1)
      .refuses('break-too-short');
    given(log)
      .when(size, 'a', NOON)
      .records(talk({ type: 'PauseSized', pauseId: 'p1', size: 'break', returnAt: size.returnAt }));
  });

  it('FL9 tells both of every change of floor, step and pause, in headers without words', () => {
    for (const guide of GUIDES) {
      const log = play(guide).do('b', { type: 'Pause' }).do('b', { type: 'SizePause', pauseId: 'p1', size: 'quiet' });
      for (const seat of SEATS) log.do(seat, { type: 'Return', pauseId: 'p1', stirred: 2 });
      log.to('end');
      const aboutTheFloor = ['TurnStarted', 'Paused', 'PauseSized', 'Resumed', 'Stopped', 'ConversationEnded'];
      for (const { event, stream, words } of log.entries) {
        if (!aboutTheFloor.includes(event.type)) continue;
        expect([stream, words]).toEqual(['talk:c1', undefined]);
      }
      for (const seat of SEATS) {
        const { turn, turns, pause, pauses, phase } = log.seenBy(seat);
        expect({ turn, turns, pause, pauses, phase }).toEqual({
          turn: null,
          turns: log.state.turns,
          pause: null,
          pauses: 1,
          phase: 'ended',
        });
        expect(log.seenBy(otherSeat(seat)).visits).toEqual(log.state.visits);
      }
    }
  });
});
