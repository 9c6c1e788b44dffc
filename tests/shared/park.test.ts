import { own, talk } from '@turnward/shared/conversation/outcome.ts';
import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { ADA, facilitator, type Log, play, playLed } from '../kit/spec-log.ts';

const park = ({ turn: { turnId } }: Log, note?: string) =>
  ({ type: 'ParkNews', turnId, ...(note !== undefined && { note }) }) as const;

describe('parking what is new', () => {
  it('R11 PK5 says who parked something at which step, and never what', () => {
    const log = play(heard).to('hear.mirror');
    const { turnId } = log.turn;
    for (const seat of SEATS) {
      given(log)
        .when(park(log), seat)
        .records(talk({ type: 'NewsParked', seat, turnId, stepId: 'hear.mirror' }));
    }
    log.do('b', park(log, ' The second account. '));
    for (const reader of SEATS) {
      expect(log.seenBy(reader).parked).toEqual([{ seat: 'b', turnId, stepId: 'hear.mirror' }]);
    }
    expect(JSON.stringify(log.readBy('a'))).not.toContain('account');
  });

  it('R11 PK6 notes what it was for whoever parked it, alone', () => {
    const log = play(heard).to('share');
    const { turnId } = log.turn;
    given(log)
      .when(park(log, ' The letter. '), 'a')
      .records(
        talk({ type: 'NewsParked', seat: 'a', turnId, stepId: 'share' }),
        own({ type: 'ParkNoted', seat: 'a', turnId }, { text: { note: 'The letter.' } }),
      );
    given(log)
      .when(park(log, 'x'.repeat(2001)), 'a')
      .refuses('too-long');
    const bare = play(heard).to('share').do('a', park(log));
    const noted = play(heard).to('share').do('a', park(log, 'The letter.'));
    expect(noted.readBy('b')).toEqual(bare.readBy('b'));
    expect(noted.seenBy('b')).toEqual(bare.seenBy('b'));
  });

  it('PK6 KP2 the note goes with what is not kept', () => {
    const log = play(heard).to('share').do('a', { type: 'ParkNews', turnId: 't4', note: 'The letter.' });
    log.to('keep').choose('a', 'let-go').choose('b', 'keep').to('end');
    const note = log.read('own/a').find(({ event }) => event.type === 'ParkNoted');
    expect(note?.words).toBeNull();
    expect(log.state.parked).toHaveLength(1);
  });

  it('R11 PK5 leaves floor, turn and what was done as they were, at every step of every guide', () => {
    for (const guide of GUIDES) {
      const log = play(guide);
      for (let guard = 0; guard < 200 && log.state.phase === 'live'; guard++) {
        const { parked: _, ...before } = log.state;
        for (const seat of SEATS) log.do(seat, park(log));
        const { parked, ...after } = log.state;
        expect(after).toEqual(before);
        expect(parked.slice(-2).map(({ stepId }) => stepId)).toEqual([log.step.id, log.step.id]);
        log.playTurn();
      }
      expect(log.state.ended?.reason).toBe('completed');
    }
  });

  it('PK5 is said once a turn by each; a note that comes later is refused, not lost in silence', () => {
    const log = play(heard).to('share');
    log.do('a', park(log));
    given(log).when(park(log), 'a').records();
    given(log).when(park(log, 'Afterwards.'), 'a').refuses('parked-already');
    const command = park(log);
    given(log.answer('a')).when(command, 'a').refuses('stale-turn');
    expect(log.do('a', park(log)).state.parked).toHaveLength(2);
  });

  it('R11 PK5 is for the two alone, led or not, also while the floor is held; a pause outranks it', () => {
    const led = playLed(reachAndRespond).to('risk').act({ type: 'HoldFloor' });
    given(led).when(park(led), facilitator(ADA)).refuses('not-yours-to-do');
    expect(led.do('b', park(led)).state.parked).toHaveLength(1);
    given(led.do('a', { type: 'Pause' }))
      .when(park(led), 'a')
      .refuses('paused');
  });

  it('R11 no guide asks for new facts', () => {
    const asked = GUIDES.flatMap(({ steps }) => steps.flatMap(({ prompt, starters }) => [prompt, ...starters]));
    expect(
      asked.filter((text) => /\b(who with|how often|how many times|confess|tell everything)\b/i.test(text)),
    ).toEqual([]);
  });
});
