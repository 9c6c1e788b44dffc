import { notice, talk } from '@turnward/shared/conversation/outcome.ts';
import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import { fivePartCheckIn } from '@turnward/shared/guides/five-part-check-in.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { plainAnswer } from '../kit/spec-answers.ts';
import { ADA, facilitator, GRACE, type Log, playLed } from '../kit/spec-log.ts';
import { NOON } from '../kit/spec-talk.ts';

const ada = facilitator(ADA);
const started = (turnId: string, stepId: string, more: object = {}) =>
  talk({ type: 'TurnStarted', turnId, stepId, holders: ['a', 'b'], opensAt: NOON, ...more });
const pastFirst = (log: Log) => log.act({ type: 'ReturnFloor' });

/** Every turn of a plainly played led talk. */
function* turnsOf(guide: (typeof GUIDES)[number]): Generator<Log> {
  const log = playLed(guide);
  for (let turn = 0; log.state.phase === 'live' && turn < 100; turn++) {
    yield log.copy();
    const { turnId } = log.turn;
    while (log.state.turn?.turnId === turnId) log.playTurn();
  }
}

describe('moving on', () => {
  it('FA3 FA10 leads where passing leads, at once, with who did it', () => {
    const log = pastFirst(playLed(heard).to('share'));
    given(log)
      .when({ type: 'MoveOn', turnId: 't4' }, ada)
      .records(
        talk({ type: 'MovedOn', by: ADA, turnId: 't4' }),
        started('t5', 'share~2', { holders: ['b'], held: true }),
      );
    const mirror = log.copy().answer('a');
    given(mirror)
      .when({ type: 'MoveOn', turnId: 't5' }, ada)
      .records(talk({ type: 'MovedOn', by: ADA, turnId: 't5' }), started('t6', 'hear.check', { holders: ['a'] }));
  });

  it('FA10 asks for no time to read what was not said', () => {
    const log = playLed(heard).to('respond.feel').act({ type: 'MoveOn' });
    expect(log.turn).toMatchObject({ stepId: 'respond.check', opensAt: log.now });
    const settle = playLed(reachAndRespond).to('intend').act({ type: 'MoveOn' });
    expect(settle.turn).toMatchObject({ stepId: 'settle', opensAt: settle.now + 60_000 });
  });

  it('FA3 a step that is skipped says why, for both to read', () => {
    const log = playLed(heard).to('intend');
    const { turnId } = log.turn;
    given(log)
      .when({ type: 'SkipStep', turnId, reason: ' You said it on Monday. ' }, ada)
      .records(
        talk({ type: 'StepSkipped', by: ADA, turnId }, { text: { reason: 'You said it on Monday.' } }),
        started('t4', 'share', { holders: ['a'], held: true }),
      );
    given(log).when({ type: 'SkipStep', turnId, reason: ' \n' }, ada).refuses('empty');
    given(log)
      .when({ type: 'SkipStep', turnId, reason: 'x'.repeat(281) }, ada)
      .refuses('too-long');
    expect(log.act({ type: 'SkipStep', reason: 'x'.repeat(280) }).step.id).toBe('share');
  });

  it('FA10 is for the turn it was pressed for', () => {
    const log = pastFirst(playLed(heard).to('share'));
    for (const turnId of ['t3', 't5', '']) {
      for (const act of [
        { type: 'MoveOn', turnId },
        { type: 'SkipStep', turnId, reason: 'Later.' },
        { type: 'StepBack', turnId },
        { type: 'EndGently', turnId },
        { type: 'HoldFloor', turnId },
        { type: 'ReturnFloor', turnId },
        { type: 'HandFloor', turnId, to: 'b' },
        { type: 'InsertStep', turnId, what: 'settle' },
        { type: 'GiveTime', turnId, minutes: 2 },
        { type: 'AskSmaller', turnId },
      ] as const) {
        given(log).when(act, ada).refuses('stale-turn');
      }
    }
  });

  it.each(GUIDES.map((guide) => [guide.id, guide] as const))(
    'FL3 FA10 of a holder and whoever leads pressing at once, one counts, whoever is first: %s',
    (_, guide) => {
      for (const log of turnsOf(guide)) {
        if (log.state.hold) log.act({ type: 'ReturnFloor' });
        const { turn, step } = log;
        const { turnId } = turn;
        if (step.pass === null || turn.holders.length > 1 || step.choices.length > 1) continue;
        const [holder = 'a'] = turn.holders;
        log.now = Math.max(log.now, turn.opensAt);
        const answer = { type: 'Contribute', turnId, answer: plainAnswer(step) } as const;
        for (const act of [{ type: 'MoveOn' }, { type: 'SkipStep', reason: 'Later.' }] as const) {
          given(log.copy().act(act))
            .when(answer, holder)
            .refuses(log.copy().act(act).state.hold ? 'held' : 'stale-turn');
          given(log.copy().do(holder, answer))
            .when({ ...act, turnId }, ada)
            .refuses('stale-turn');
        }
      }
    },
  );

  it('FA11 takes nobody past what only the two can decide', () => {
    const refused = new Set<string>();
    for (const guide of GUIDES) {
      for (const log of turnsOf(guide)) {
        const { turnId } = log.turn;
        for (const act of [
          { type: 'MoveOn', turnId },
          { type: 'SkipStep', turnId, reason: 'Later.' },
        ] as const) {
          if (log.step.pass === null) given(log).when(act, ada).refuses('only-the-two-decide');
          else expect(log.copy().lead(act).state.turn?.turnId).not.toBe(turnId);
        }
        if (log.step.pass === null) refused.add(log.step.kind);
      }
    }
    expect([...refused].sort()).toEqual(['keep', 'rate', 'ready', 'witness']);
  });

  it('FA11 leaves an end that only asks what may be kept to the two', () => {
    const log = pastFirst(playLed(heard).to('share')).answer('a').do('b', { type: 'Stop' });
    const { turnId } = log.turn;
    for (const act of [
      { type: 'MoveOn', turnId },
      { type: 'StepBack', turnId },
      { type: 'HoldFloor', turnId },
    ] as const) {
      given(log).when(act, ada).refuses('only-the-two-decide');
    }
  });

  it('FA3 ends the talk from its last step, as passing it would', () => {
    const log = playLed(heard).to('plan').act({ type: 'MoveOn' });
    expect(log.state.ended).toMatchObject({ reason: 'completed', kept: true });
  });
});

describe('one step back', () => {
  it('FA3 goes to the step that was on before, as a new turn, with its card', () => {
    const log = playLed(heard).to('hear.mirror');
    given(log)
      .when({ type: 'StepBack', turnId: 't5' }, ada)
      .records(
        talk({ type: 'SteppedBack', by: ADA, turnId: 't5', stepId: 'share' }),
        started('t6', 'share', { holders: ['a'], held: true }),
      );
  });

  it('FA3 goes back one further each time, and forward again through the same steps', () => {
    const log = playLed(heard).to('hear.check');
    const steps = (acts: number) => {
      const back = log.copy();
      for (let act = 0; act < acts; act++) back.act({ type: 'StepBack' });
      return back;
    };
    expect([1, 2, 3, 4, 5].map((acts) => steps(acts).step.id)).toEqual([
      'hear.mirror',
      'share',
      'intend',
      'rate',
      'ready',
    ]);
    for (const acts of [1, 2, 3, 4, 5]) {
      const forward = steps(acts).to('hear.check');
      expect(forward.state.trail).toEqual(log.state.trail);
      expect(forward.act({ type: 'StepBack' }).step.id).toBe('hear.mirror');
    }
    given(steps(5))
      .when({ type: 'StepBack', turnId: steps(5).turn.turnId }, ada)
      .refuses('nothing-before');
  });

  it('FA3 goes back where a loop came from, not to where the guide lists it', () => {
    const log = playLed(heard).to('hear.check').choose('a', 'not-yet').answer('a').answer('b');
    expect(log.step.id).toBe('hear.check');
    expect(log.act({ type: 'StepBack' }).step.id).toBe('hear.mirror');
    expect(log.act({ type: 'StepBack' }).step.id).toBe('hear.add');
    expect(log.act({ type: 'StepBack' }).step.id).toBe('hear.check');
    expect(log.act({ type: 'StepBack' }).step.id).toBe('hear.mirror');
    expect(log.act({ type: 'StepBack' }).step.id).toBe('share');
  });

  it('FA3 has nothing before the first step', () => {
    given(playLed(heard)).when({ type: 'StepBack', turnId: 't1' }, ada).refuses('nothing-before');
  });

  it('FA3 passes over the offer of another card where none is left', () => {
    const log = playLed(heard);
    log.readyFor('close', 'hope').to('another').choose('a', 'another').choose('b', 'another');
    expect(log.step.id).toBe('share');
    log.act({ type: 'StepBack' });
    expect([log.step.id, log.state.dealt.length]).toEqual(['respond.check~2', 2]);
    expect(log.act({ type: 'StepBack' }).step.id).toBe('respond.feel~2');
  });

  it('FA11 does not lead back into a talk whose keeping is settled', () => {
    const log = playLed(heard).to('plan');
    given(log).when({ type: 'StepBack', turnId: log.turn.turnId }, ada).refuses('only-the-two-decide');
    expect(playLed(heard).to('keep').act({ type: 'StepBack' }).step.id).toBe('after');
  });

  it('FA3 asks what may be kept anew where it led back from there', () => {
    const log = playLed(heard).to('keep').choose('a', 'keep').act({ type: 'StepBack' }).to('keep');
    expect(log.choose('b', 'keep').state.keeping).toBeNull();
    expect(log.choose('a', 'let-go').state.keeping).toEqual({ kept: false, omitted: [] });
  });
});

describe('an end with what looks after both', () => {
  it.each([heard, reachAndRespond].map((guide) => [guide.id, guide] as const))(
    'FA10 goes to the first of the closing steps from wherever the talk is: %s',
    (_, guide) => {
      const order = (log: Log) => guide.steps.indexOf(log.step);
      const closing = guide.steps.findIndex(({ id }) => id === 'thank');
      for (const log of turnsOf(guide)) {
        const { turnId } = log.turn;
        const next = `t${log.state.turns + 1}`;
        const then = given(log).when({ type: 'EndGently', turnId }, ada);
        if (order(log) >= closing) then.records();
        else {
          const pace = { opensAt: log.now, ...(guide.slow && { limit: 400 }) };
          then.records(talk({ type: 'EndedGently', by: ADA, turnId }), started(next, 'thank', pace));
        }
      }
    },
  );

  it('FA10 asks what may be kept, and plans the coming hour, as every end does', () => {
    const log = pastFirst(playLed(heard).to('share')).answer('a').act({ type: 'EndGently' });
    const before = log.state.turns;
    log.to('end');
    const steps = log.read('talk').flatMap(({ event }) => (event.type === 'TurnStarted' ? [event.stepId] : []));
    expect(steps.slice(before - 1)).toEqual(['thank', 'after', 'keep', 'plan']);
  });

  it('FA10 ends a guide that has no closing, and names no partner', () => {
    const log = playLed(fivePartCheckIn).to('witness');
    const { turnId } = log.turn;
    given(log)
      .when({ type: 'EndGently', turnId }, ada)
      .records(
        talk({ type: 'EndedGently', by: ADA, turnId }),
        talk({ type: 'ConversationEnded', reason: 'stopped', kept: false }),
        notice({ type: 'ConversationClosed', conversationId: 'c1', reason: 'stopped', kept: false }),
      );
  });

  it('FA10 closes at the latest where a guide asks what may be kept', () => {
    const steps = heard.steps.map((step) => (step.outline === 'close' ? { ...step, outline: 'share' } : step));
    const log = pastFirst(playLed({ ...heard, steps }).to('share')).act({ type: 'EndGently' });
    expect(log.step.id).toBe('keep');
  });
});

describe('what a facilitator who does not lead may do', () => {
  it('FA4 is nothing on floor and steps', () => {
    const log = pastFirst(playLed(heard).to('share'));
    const { turnId } = log.turn;
    for (const type of ['MoveOn', 'StepBack', 'EndGently', 'HoldFloor', 'ReturnFloor', 'AskSmaller'] as const) {
      given(log).when({ type, turnId }, facilitator(GRACE)).refuses('not-yours-to-do');
      for (const seat of SEATS) given(log).when({ type, turnId }, seat).refuses('not-yours-to-do');
    }
  });
});
