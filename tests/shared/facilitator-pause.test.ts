import { talk } from '@turnward/shared/conversation/outcome.ts';
import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { everyCommand } from '../kit/spec-commands.ts';
import { ADA, facilitator, GRACE, led, MINUTE, playLed } from '../kit/spec-log.ts';
import { NOON } from '../kit/spec-talk.ts';

const DAY = 24 * 60 * MINUTE;
const both = [ADA, GRACE].map(facilitator);
const [ada, grace] = both as [(typeof both)[number], (typeof both)[number]];
const quiet = { type: 'SizePause', pauseId: 'p1', size: 'quiet' } as const;
const breakUntil = (returnAt: number) => ({ type: 'SizePause', pauseId: 'p1', size: 'break', returnAt }) as const;
const returns = (stirred = 2) => ({ type: 'Return', pauseId: 'p1', stirred }) as const;
const timeOut = (returnAt: number) => ({ type: 'TimeOut', returnAt }) as const;

describe('a pause by a facilitator', () => {
  it('PA1 FA13 is for any of them, at any moment of a live talk, and named as theirs', () => {
    for (const memberId of [ADA, GRACE]) {
      const log = playLed(heard);
      for (let turn = 0; log.state.phase === 'live' && turn < 100; turn++) {
        given(log)
          .when({ type: 'Pause' }, facilitator(memberId))
          .records(talk({ type: 'Paused', pauseId: 'p1', by: null, facilitator: memberId }));
        log.playTurn();
      }
      expect(log.state.phase).toBe('ended');
    }
    given(led(heard)).when({ type: 'Pause' }, ada).refuses('not-begun');
  });

  it('PA1 FA13 changes nothing where it is paused already, whoever paused', () => {
    for (const who of ['a', ada, grace] as const) {
      for (const again of ['b', ada, grace] as const) {
        given(playLed(heard).do(who, { type: 'Pause' }))
          .when({ type: 'Pause' }, again)
          .records();
      }
    }
  });

  it('PA3 FA13 FA3 is sized by either partner, or by a facilitator who leads or paused, by name', () => {
    const log = playLed(heard).do(grace, { type: 'Pause' });
    for (const who of ['a', 'b', ada, grace] as const) {
      const named = who === ada ? { facilitator: ADA } : who === grace ? { facilitator: GRACE } : {};
      given(log)
        .when(quiet, who)
        .records(talk({ type: 'PauseSized', pauseId: 'p1', size: 'quiet', ...named }));
      const returnAt = NOON + 20 * MINUTE;
      given(log)
        .when(breakUntil(returnAt), who)
        .records(talk({ type: 'PauseSized', pauseId: 'p1', size: 'break', returnAt, ...named }));
      given(log)
        .when(breakUntil(returnAt - 1), who)
        .refuses('break-too-short');
      given(log)
        .when({ ...quiet, pauseId: 'p2' }, who)
        .refuses('stale-pause');
    }
    log.lead(quiet);
    expect(log.state.pause).toEqual({
      pauseId: 'p1',
      by: null,
      facilitator: GRACE,
      since: NOON,
      round: 1,
      size: 'quiet',
      sizedAt: NOON,
    });
  });

  it('FA13 is not sized by another facilitator, who neither leads nor paused', () => {
    given(playLed(heard).do(ada, { type: 'Pause' }))
      .when(quiet, grace)
      .refuses('not-yours-to-choose');
  });

  it('FA13 is not sized by a facilitator over a size that was chosen, so that no break goes on for ever', () => {
    for (const who of ['a', ada] as const) {
      for (const size of [quiet, breakUntil(NOON + 20 * MINUTE)]) {
        const log = playLed(heard)
          .lead({ type: 'Pause' })
          .do(who, size)
          .after(21 * MINUTE);
        for (const again of [quiet, breakUntil(log.now + 30 * MINUTE)])
          given(log).when(again, ada).refuses('not-yours-to-choose');
      }
    }
  });

  it('FA13 PA4 no facilitator undoes that one of the two came back', () => {
    for (const seat of SEATS) {
      for (const stirred of [2, 9]) {
        const log = playLed(heard).lead({ type: 'Pause' }).do(seat, returns(stirred));
        for (const size of [quiet, breakUntil(NOON + 30 * MINUTE)])
          given(log).when(size, ada).refuses('not-yours-to-choose');
      }
      const other = seat === 'a' ? 'b' : 'a';
      const log = playLed(heard).lead({ type: 'Pause' }).do(seat, returns());
      expect(log.do(other, returns()).state.pause).toBeNull();
      const goesOn = playLed(heard).lead({ type: 'Pause' }).do(seat, returns(9)).do(other, returns());
      given(goesOn).when(quiet, ada).refuses('not-yours-to-choose');
    }
  });

  it('PA3 a return time goes with the break that is chosen, and not with quiet minutes chosen after it', () => {
    const log = playLed(heard)
      .lead(timeOut(NOON + DAY))
      .after(21 * MINUTE)
      .do('a', quiet);
    expect(log.state.pause).not.toHaveProperty('returnAt');
  });

  it('FA13 PA4 ends as any pause: both come back, and nobody else brings them', () => {
    const log = playLed(heard).to('share').act({ type: 'ReturnFloor' }).lead({ type: 'Pause' });
    const { turn } = log.state;
    for (const who of [ada, grace]) given(log).when(returns(), who).refuses('not-yours-to-do');
    expect(log.do('a', returns()).do('b', returns()).state).toMatchObject({ pause: null, turn });
  });

  it('FA13 a time-out is a break, from now until a named time', () => {
    const log = playLed(heard).to('share');
    const paused = talk({ type: 'Paused', pauseId: 'p1', by: null, facilitator: ADA });
    given(log)
      .when(timeOut(NOON + 20 * MINUTE - 1), ada)
      .refuses('break-too-short');
    given(log)
      .when(timeOut(NOON + DAY + 1), ada)
      .refuses('break-too-long');
    for (const returnAt of [NOON + 20 * MINUTE, NOON + DAY]) {
      given(log)
        .when(timeOut(returnAt), ada)
        .records(paused, talk({ type: 'PauseSized', pauseId: 'p1', size: 'break', returnAt, facilitator: ADA }));
    }
    log.lead(timeOut(NOON + DAY));
    given(log)
      .when(timeOut(NOON + DAY), ada)
      .refuses('paused');
    for (const seat of SEATS)
      given(log)
        .when(returns(), seat, NOON + 20 * MINUTE - 1)
        .refuses('break-not-over');
    log.after(20 * MINUTE);
    expect(log.do('a', returns()).do('b', returns()).state.pause).toBeNull();
  });
});

describe('a pause by a partner', () => {
  it('PA1 R9 is undone, sized or cut short by nothing that a facilitator or the server can ask', () => {
    for (const seat of SEATS) {
      for (const sized of [false, true]) {
        const log = playLed(heard).to('share').do(seat, { type: 'Pause' });
        if (sized) log.do(seat, breakUntil(NOON + 60 * MINUTE));
        const { pause, turn } = log.state;
        for (const who of [ada, grace, { role: 'server', memberId: ADA } as const]) {
          for (const command of everyCommand(log)) {
            const after = log.copy().after(30 * MINUTE);
            after.ask(who, command);
            expect([command.type, after.state.pause, after.state.turn]).toEqual([command.type, pause, turn]);
          }
        }
      }
    }
  });

  it('PA3 is sized by who paused alone', () => {
    const log = playLed(heard).do('b', { type: 'Pause' });
    for (const who of ['a', ada, grace] as const) {
      given(log).when(quiet, who).refuses('not-yours-to-choose');
      given(log)
        .when(breakUntil(NOON + 60 * MINUTE), who)
        .refuses('not-yours-to-choose');
    }
  });

  it('PA3 FA13 a pause that the guide offered is sized by either, or by whoever leads', () => {
    for (const guide of GUIDES) {
      const log = playLed(guide).to('rate');
      for (const seat of SEATS) log.answer(seat, { scales: { stirred: 8 } });
      for (const who of ['a', 'b', ada] as const)
        given(log)
          .when(quiet, who)
          .records(
            talk({ type: 'PauseSized', pauseId: 'p1', size: 'quiet', ...(who === ada && { facilitator: ADA }) }),
          );
      given(log).when(quiet, grace).refuses('not-yours-to-choose');
    }
  });
});
