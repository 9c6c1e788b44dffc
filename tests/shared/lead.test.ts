import { talk } from '@turnward/shared/conversation/outcome.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { ADA, facilitator, GRACE, gathered, type Log, led, play, playLed, serverFor } from '../kit/spec-log.ts';
import { NOON } from '../kit/spec-talk.ts';

const [ada, grace] = [ADA, GRACE].map(facilitator) as [ReturnType<typeof facilitator>, ReturnType<typeof facilitator>];
const ready = (isReady = true) => ({ type: 'SetReady', ready: isReady }) as const;
const begin = { type: 'Begin' } as const;
const takes = { type: 'TakeLead' } as const;
const lost = { type: 'NoteLead', here: false } as const;
const back = { type: 'NoteLead', here: true } as const;
const with2 = (log: Log): Log => {
  log.facilitators = [ADA, GRACE];
  return log;
};
const admitBoth = (log: Log) => log.lead({ type: 'Admit', seat: 'a' }).lead({ type: 'Admit', seat: 'b' });
const readyBoth = (log: Log) => log.do('a', ready()).do('b', ready());
const firstTurn = talk({ type: 'TurnStarted', turnId: 't1', stepId: 'ready', holders: ['a', 'b'], opensAt: NOON });

describe('who leads', () => {
  it('FA4 is whoever opened it, where a facilitator did', () => {
    const opened = { conversationId: 'c1', spaceId: 's1', guideId: 'heard', guideVersion: 2, first: 'a' } as const;
    const event = { type: 'ConversationOpened', ...opened } as const;
    given(heard, talk({ ...event, lead: ADA }))
      .when({ type: 'Admit', seat: 'a' }, ada)
      .records(talk({ type: 'Admitted', by: ADA, seat: 'a' }));
    given(heard, talk(event)).when({ type: 'Admit', seat: 'a' }, ada).refuses('not-yours-to-do');
  });

  it('FA4 is taken where nobody leads, once, at any moment', () => {
    for (const log of [gathered(heard), play(heard).to('share'), play(heard).to('share').do('a', { type: 'Pause' })]) {
      given(with2(log))
        .when(takes, grace)
        .records(talk({ type: 'LeadTaken', by: GRACE }));
      log.do(grace, takes);
      expect(log.state.lead).toEqual({ memberId: GRACE, lost: false });
      given(log).when(takes, grace).records();
      given(log).when(takes, ada).refuses('one-leads-already');
    }
  });

  it('FA4 is taken from whose line is lost, and from who is no facilitator here any more', () => {
    const log = playLed(heard);
    given(log).when(takes, grace).refuses('one-leads-already');
    given(log.copy().do(serverFor(ADA), lost))
      .when(takes, grace)
      .records(talk({ type: 'LeadTaken', by: GRACE }));
    const gone = log.copy();
    gone.facilitators = [GRACE];
    given(gone)
      .when(takes, grace)
      .records(talk({ type: 'LeadTaken', by: GRACE }));
    expect(gone.do(grace, takes).state.lead).toEqual({ memberId: GRACE, lost: false });
  });

  it('FA4 FA9 is not taken from who is only elsewhere', () => {
    const log = with2(playLed(heard).do(serverFor(ADA), { ...lost, near: true }));
    expect(log.state.lead).toEqual({ memberId: ADA, lost: true, near: true });
    given(log).when(takes, grace).refuses('one-leads-already');
    given(log.copy().do(serverFor(ADA), lost))
      .when(takes, grace)
      .records(talk({ type: 'LeadTaken', by: GRACE }));
  });

  it('FA4 is handed over by name, and then it is theirs alone', () => {
    const log = playLed(heard).to('intend');
    const { turnId } = log.turn;
    given(log).when({ type: 'HandLead', to: 'somebody' }, ada).refuses('no-facilitator');
    given(log).when({ type: 'HandLead', to: ADA }, ada).records();
    given(log).when({ type: 'HandLead', to: GRACE }, grace).refuses('not-yours-to-do');
    given(log)
      .when({ type: 'HandLead', to: GRACE }, ada)
      .records(talk({ type: 'LeadHanded', by: ADA, to: GRACE }));
    given(log).when({ type: 'HoldFloor', turnId }, grace).refuses('not-yours-to-do');
    log.lead({ type: 'HandLead', to: GRACE });
    given(log).when({ type: 'HoldFloor', turnId }, ada).refuses('not-yours-to-do');
    given(log)
      .when({ type: 'HoldFloor', turnId }, grace)
      .records(talk({ type: 'FloorHeld', by: GRACE, turnId }));
  });

  it('FA4 changes nothing about turn, pause or what was answered', () => {
    const log = playLed(heard).to('rate').answer('a').do('b', { type: 'Pause' });
    const { turn, pause, answered, admitted } = log.state;
    log.lead({ type: 'HandLead', to: GRACE });
    expect(log.state).toMatchObject({ turn, pause, answered, admitted, lead: { memberId: GRACE, lost: false } });
  });
});

describe('what a facilitator changes in the coming cards', () => {
  it('FA3 is said once in a turn of each of them, and of nobody else', () => {
    const log = with2(playLed(heard).to('intend'));
    const notes = { type: 'NoteCards' } as const;
    given(log).when(notes, serverFor('somebody')).records();
    for (const by of [ADA, GRACE]) {
      given(log)
        .when(notes, serverFor(by))
        .records(talk({ type: 'CardsChanged', by }));
    }
    log.do(serverFor(ADA), notes);
    given(log).when(notes, serverFor(ADA)).records();
    log.playTurn();
    given(log)
      .when(notes, serverFor(ADA))
      .records(talk({ type: 'CardsChanged', by: ADA }));
  });
});

describe('the waiting room', () => {
  it('FA5 lets in one by one, and sends back', () => {
    const log = led(heard);
    expect(log.state.admitted).toEqual({ a: false, b: false });
    for (const seat of SEATS) {
      given(log)
        .when({ type: 'Admit', seat }, ada)
        .records(talk({ type: 'Admitted', by: ADA, seat }));
      given(log).when({ type: 'SendBack', seat }, ada).records();
    }
    log.lead({ type: 'Admit', seat: 'b' });
    expect(log.state.admitted).toEqual({ a: false, b: true });
    given(log).when({ type: 'Admit', seat: 'b' }, ada).records();
    given(log)
      .when({ type: 'SendBack', seat: 'b' }, ada)
      .records(talk({ type: 'SentBack', by: ADA, seat: 'b' }));
    expect(log.lead({ type: 'SendBack', seat: 'b' }).state.admitted).toEqual({ a: false, b: false });
  });

  it('FA5 has nobody ready who waits; who was ready may take it back', () => {
    const log = led(heard).lead({ type: 'Admit', seat: 'a' });
    given(log)
      .when(ready(), 'a')
      .records(talk({ type: 'ReadySet', seat: 'a', ready: true }));
    given(log).when(ready(), 'b').refuses('not-admitted');
    given(log).when(ready(false), 'b').records();
    log.do('a', ready()).lead({ type: 'SendBack', seat: 'a' });
    given(log)
      .when(ready(false), 'a')
      .records(talk({ type: 'ReadySet', seat: 'a', ready: false }));
  });

  it('FA5 begins once both are admitted, ready and here, by whoever leads', () => {
    const log = led(heard);
    given(log).when(begin, ada).refuses('not-admitted');
    for (const seat of SEATS) {
      given(log.copy().lead({ type: 'Admit', seat }))
        .when(begin, ada)
        .refuses('not-admitted');
    }
    admitBoth(log);
    given(log).when(begin, ada).refuses('not-ready');
    for (const seat of SEATS) given(log.copy().do(seat, ready())).when(begin, ada).refuses('not-ready');
    readyBoth(log);
    for (const here of [[], ['a'], ['b']] as const) given(log).when(begin, ada, NOON, here).refuses('partner-not-here');
    for (const who of [...SEATS]) given(log).when(begin, who).refuses('waits-for-facilitator');
    given(log).when(begin, grace).refuses('not-yours-to-do');
    given(log)
      .when(begin, ada)
      .records(talk({ type: 'ConversationBegun', facilitator: ADA }), firstTurn);
    expect(log.lead(begin).state).toMatchObject({ phase: 'live', admitted: { a: true, b: true } });
  });

  it('FA5 waits anew where the lead is taken while gathering, and not where it is taken later', () => {
    const gathering = with2(readyBoth(gathered(heard)));
    expect(gathering.lead(takes).state.admitted).toEqual({ a: false, b: false });
    given(gathering).when(begin, 'a').refuses('waits-for-facilitator');
    const live = with2(play(heard).to('share'));
    expect(live.lead(takes).state.admitted).toEqual({ a: true, b: true });
    expect(live.pass('a').step.id).toBe('share~2');
  });

  it('FA5 begins without anybody leading as it always did', () => {
    given(with2(readyBoth(gathered(heard))))
      .when(begin, 'b')
      .records(talk({ type: 'ConversationBegun' }), firstTurn);
    expect(play(heard).state.admitted).toEqual({ a: true, b: true });
  });

  it('FA5 keeps a guide that needs a facilitator for one who leads', () => {
    const guide = { ...heard, facilitator: 'required' } as const;
    given(readyBoth(gathered(guide)))
      .when(begin, 'a')
      .refuses('waits-for-facilitator');
    const log = readyBoth(admitBoth(led(guide)));
    given(log.copy().do(serverFor(ADA), lost))
      .when(begin, 'a')
      .refuses('waits-for-facilitator');
    given(log)
      .when(begin, ada)
      .records(talk({ type: 'ConversationBegun', facilitator: ADA }), firstTurn);
  });
});

describe('when the leader’s line is lost', () => {
  it('FA9 is said once, and only of whoever leads', () => {
    const log = playLed(heard);
    given(log)
      .when(lost, serverFor(ADA))
      .records(talk({ type: 'LeadLost', memberId: ADA }));
    given(log).when(lost, serverFor(GRACE)).records();
    given(log).when(back, serverFor(ADA)).records();
    given(play(heard)).when(lost, serverFor(ADA)).records();
    log.do(serverFor(ADA), lost);
    given(log).when(lost, serverFor(ADA)).records();
    given(log).when(back, serverFor(GRACE)).records();
    given(log)
      .when(back, serverFor(ADA))
      .records(talk({ type: 'LeadBack', memberId: ADA }));
  });

  it('FA9 opens a held floor, and hands nothing to a partner', () => {
    const log = playLed(heard).to('share');
    const { turn } = log.state;
    expect(log.state.hold).toEqual({ by: null, since: NOON });
    given(log).when({ type: 'PassFloor', turnId: 't4' }, 'a').refuses('held');
    log.do(serverFor(ADA), lost);
    expect(log.state).toMatchObject({ turn, hold: null, pause: null, lead: { memberId: ADA, lost: true } });
    given(log).when({ type: 'PassFloor', turnId: 't4' }, 'b').refuses('not-your-floor');
    expect(log.answer('a').step.id).toBe('hear.mirror');
    expect(
      playLed(heard).act({ type: 'HoldFloor' }).do(serverFor(ADA), lost).answer('a').state.answered.a,
    ).toBeDefined();
  });

  it('FA9 has nobody wait to be admitted, while gathering or sent back', () => {
    const gathering = led(heard).do(serverFor(ADA), lost);
    expect(gathering.state.admitted).toEqual({ a: true, b: true });
    readyBoth(gathering);
    given(gathering)
      .when(begin, 'b')
      .records(talk({ type: 'ConversationBegun' }), firstTurn);
    const live = playLed(heard).to('share').act({ type: 'ReturnFloor' }).lead({ type: 'SendBack', seat: 'b' });
    given(live).when({ type: 'PassFloor', turnId: live.turn.turnId }, 'a').refuses('held');
    expect(live.do(serverFor(ADA), lost).pass('a').step.id).toBe('share~2');
  });

  it('FA9 lets them lead as before when they are back', () => {
    const log = playLed(heard).to('intend').do(serverFor(ADA), lost).do(serverFor(ADA), back);
    expect(log.state.lead).toEqual({ memberId: ADA, lost: false });
    expect(log.act({ type: 'HoldFloor' }).state.hold).toEqual({ by: ADA, since: NOON });
    expect(led(heard).do(serverFor(ADA), lost).do(serverFor(ADA), back).state.admitted).toEqual({ a: true, b: true });
  });

  it('FA9 is not undone by who came back after somebody else took the lead', () => {
    const log = playLed(heard).do(serverFor(ADA), lost).do(grace, takes);
    given(log).when(back, serverFor(ADA)).records();
    given(log).when(lost, serverFor(ADA)).records();
    expect(log.state.lead).toEqual({ memberId: GRACE, lost: false });
  });

  it('FA9 pauses where the guide says so, once, and names nobody', () => {
    const log = playLed(reachAndRespond).to('underneath');
    const paused = talk({ type: 'Paused', pauseId: 'p1', by: null, leadLost: true });
    given(log)
      .when(lost, serverFor(ADA))
      .records(talk({ type: 'LeadLost', memberId: ADA }), paused);
    given(log.copy().act({ type: 'HoldFloor' }))
      .when(lost, serverFor(ADA))
      .records(talk({ type: 'LeadLost', memberId: ADA }), paused);
    log.do(serverFor(ADA), lost);
    expect(log.state.pause).toEqual({ pauseId: 'p1', by: null, leadLost: true, since: log.now, round: 1 });
    const rates = { type: 'Return', pauseId: 'p1', stirred: 2 } as const;
    expect(log.do('a', rates).do('b', rates).state).toMatchObject({ pause: null, turn: { stepId: 'underneath' } });
  });

  it('FA9 pauses nothing while they are elsewhere, and once where their line is lost there too', () => {
    const log = playLed(reachAndRespond).to('underneath');
    const near = { ...lost, near: true };
    given(log)
      .when(near, serverFor(ADA))
      .records(talk({ type: 'LeadLost', memberId: ADA, near: true }));
    log.do(serverFor(ADA), near);
    given(log).when(near, serverFor(ADA)).records();
    expect(log.state).toMatchObject({ pause: null, hold: null });
    const paused = talk({ type: 'Paused', pauseId: 'p1', by: null, leadLost: true });
    given(log)
      .when(lost, serverFor(ADA))
      .records(talk({ type: 'LeadLost', memberId: ADA }), paused);
    log.do(serverFor(ADA), lost);
    for (const again of [lost, near]) given(log).when(again, serverFor(ADA)).records();
    expect(log.do(serverFor(ADA), back).state.lead).toEqual({ memberId: ADA, lost: false });
  });

  it('FA9 pauses nothing that has not begun, is paused, or only asks what may be kept', () => {
    const only = [talk({ type: 'LeadLost', memberId: ADA })];
    const live = playLed(reachAndRespond).to('risk');
    for (const log of [
      led(reachAndRespond),
      live.copy().do('b', { type: 'Pause' }),
      live.copy().do('b', { type: 'Stop' }),
    ]) {
      given(log)
        .when(lost, serverFor(ADA))
        .records(...only);
    }
  });

  it('FA9 is not for any device to say', () => {
    for (const who of ['a', ada, grace] as const) given(playLed(heard)).when(lost, who).refuses('not-yours-to-do');
  });
});
