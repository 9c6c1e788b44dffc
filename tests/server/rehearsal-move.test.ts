import { nextMove } from '@turnward/server/practice/next-move.ts';
import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { type Log, led, MINUTE, playLed } from '../kit/spec-log.ts';

/** What one of the two would do, told no more than a partner may know. */
const next = (log: Log, seat: Seat) =>
  nextMove(log.guide, log.seenBy(seat), { seat, language: 'en', rehearsal: true }, log.documents.deck);

/** Lets both do what they would do, each once; whether anybody did anything. */
function bothMove(log: Log): boolean {
  let moved = false;
  for (const seat of SEATS) {
    const move = next(log, seat);
    if (!move) continue;
    log.now = Math.max(log.now, move.notBefore);
    for (const command of move.commands) log.do(seat, command);
    moved = true;
  }
  return moved;
}

const turnId = (log: Log) => log.turn.turnId;
/** At the step that waits for whoever leads, once they have opened it. */
const sharing = () => {
  const log = playLed(heard).to('share');
  return log.state.hold ? log.lead({ type: 'ReturnFloor', turnId: turnId(log) }) : log;
};

describe('two practice partners, whom a facilitator leads', () => {
  it.each(GUIDES.map((guide) => [guide.id, guide] as const))('GU1 play %s to its end by the same rules', (_, guide) => {
    const log = led(guide);
    const admitted: Seat[] = [];
    for (let guard = 0; guard < 400 && log.state.phase !== 'ended'; guard++) {
      if (log.state.phase === 'live' && log.state.hold) {
        expect(bothMove(log)).toBe(false);
        log.lead({ type: 'ReturnFloor', turnId: turnId(log) });
      } else if (!bothMove(log)) {
        const [waiting] = SEATS.filter((seat) => !admitted.includes(seat));
        if (waiting) log.lead({ type: 'Admit', seat: waiting });
        else log.lead({ type: 'Begin' });
        if (waiting) admitted.push(waiting);
      }
    }
    expect(log.state.ended).toMatchObject({ reason: 'completed' });
  });

  it('FA5 say ready only once they are admitted, and never begin', () => {
    const log = led(heard);
    expect(bothMove(log)).toBe(false);
    log.lead({ type: 'Admit', seat: 'b' });
    expect(next(log, 'a')).toBeUndefined();
    bothMove(log);
    log.lead({ type: 'Admit', seat: 'a' });
    bothMove(log);
    expect(log.state).toMatchObject({ phase: 'gathering', ready: { a: true, b: true } });
    expect(bothMove(log)).toBe(false);
  });

  it('FA6 leave a held floor alone until it is opened', () => {
    const log = sharing();
    log.lead({ type: 'HoldFloor', turnId: turnId(log) });
    expect(bothMove(log)).toBe(false);
    log.lead({ type: 'ReturnFloor', turnId: turnId(log) });
    expect(bothMove(log)).toBe(true);
  });

  it('FA8 play what is put in between, and the talk goes on where it was', () => {
    for (const insert of [{ what: 'settle' }, { what: 'mirror', to: 'b' }, { what: 'tell', to: 'a' }] as const) {
      const log = sharing();
      const before = turnId(log);
      log.lead({ type: 'InsertStep', turnId: before, ...insert });
      expect(turnId(log)).not.toBe(before);
      while (turnId(log) !== before) expect(bothMove(log)).toBe(true);
      expect(log.step.id).toBe('share');
    }
  });

  it('FA12 keep to a smaller piece', () => {
    const log = sharing();
    log.lead({ type: 'AskSmaller', turnId: turnId(log) });
    const { limit = 0 } = log.turn;
    const [command] = next(log, 'a')?.commands ?? [];
    if (command?.type !== 'Contribute') throw new Error('nothing was said');
    for (const words of Object.values(command.answer.text ?? {})) expect(words.length).toBeLessThanOrEqual(limit);
  });

  it('TU6 one writes what is for both and the other agrees; TU10 what is written together both leave open', () => {
    const log = playLed(reachAndRespond);
    const seen = { approved: false, left: false };
    for (let guard = 0; guard < 400 && log.state.phase !== 'ended'; guard++) {
      const commands = SEATS.flatMap((seat) => next(log, seat)?.commands ?? []);
      seen.approved ||= commands.some(({ type }) => type === 'Approve');
      seen.left ||= commands.some(({ type }) => type === 'PassFloor');
      expect(commands.some(({ type }) => type === 'AskForHelp' || type === 'Begin')).toBe(false);
      if (log.state.hold) log.lead({ type: 'ReturnFloor', turnId: turnId(log) });
      else expect(bothMove(log)).toBe(true);
    }
    expect(seen.left).toBe(true);
    expect(log.state.phase).toBe('ended');
    expect(log.state.agreed).toEqual([]);
  });

  it('PA4 leave a pause on long enough to be seen, and come back', () => {
    const log = sharing().lead({ type: 'Pause' });
    for (const seat of SEATS) expect(next(log, seat)?.notBefore).toBeGreaterThanOrEqual(log.now + 10_000);
    log.after(MINUTE);
    bothMove(log);
    expect(log.state.pause).toBeNull();
    expect(log.step.id).toBe('share');
  });
});
