import type { Asker } from '@turnward/shared/conversation/decide-for.ts';
import type { ConversationRefusal } from '@turnward/shared/conversation/refusals.ts';
import {
  MOMENTS,
  type Moment,
  may,
  mayEver,
  momentIn,
  RIGHTS,
  STANDINGS,
  type Standing,
} from '@turnward/shared/conversation/rights.ts';
import { initialState } from '@turnward/shared/conversation/state.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { isRefused } from '@turnward/shared/kernel/decider.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandFor, everyCommand } from '../kit/spec-commands.ts';
import { ADA, facilitator, GRACE, gathered, Log, led, OBSERVER, playLed, serverFor } from '../kit/spec-log.ts';
import { anyTalk } from '../kit/spec-plainly.ts';

type Type = keyof typeof RIGHTS;
const TYPES = Object.keys(RIGHTS) as Type[];

/** The table once more, a letter for each moment: gathering, live, held, paused, stopping, kept, ended. */
const SAID_AGAIN = `
  SetReady           partner g
  Begin              partner g         lead g
  Contribute         partner l s
  Approve            partner l s
  PassFloor          partner l s
  OpenWords          partner l h s
  TakeBackWords      partner l
  ParkNews           partner l h
  MarkCard           partner g l h s
  FinishMarking      partner g l h s
  ApproveVersion     partner l s
  TakeBackApprovals  partner l h p s   lead l h p s      facilitator l h p s
  Pause              partner l h p s   lead l h p s      facilitator l h p s
  SizePause          partner p         lead p            facilitator p
  Return             partner p
  Stop               partner g l h p s lead g
  Whisper            partner g l h p s lead g l h p s    facilitator g l h p s
  CheckIn            partner g l h p s
  ShareRatings       partner g l h p s
  AskForHelp         partner g l h p s
  FoldWords          partner k
  WithdrawWords      partner k
  AddNote            partner k
  AnswerHelp                           lead g l h p s    facilitator g l h p s
  TakeLead                             lead g l h p s    facilitator g l h p s
  HandLead                             lead g l h p s
  Admit                                lead g l h
  SendBack                             lead g l h
  MoveOn                               lead l h
  SkipStep                             lead l h
  StepBack                             lead l h
  EndGently                            lead l h
  HoldFloor                            lead l h
  ReturnFloor                          lead l h
  HandFloor                            lead l h
  InsertStep                           lead l h
  GiveTime                             lead l h
  AskSmaller                           lead l h
  SetSlowMode                          lead g l h
  TimeOut                              lead l h
  NoteLead                             server g l h p s
  NoteCards                            server l h p s`;

const cells = TYPES.flatMap((type) =>
  STANDINGS.flatMap((standing) => MOMENTS.map((moment) => [type, standing, moment] as const)),
);
const named = (cell: readonly [Type, Standing, Moment]) => cell.join(' ');

it('FA1 the table says what it is meant to say', () => {
  const said = SAID_AGAIN.trim()
    .split('\n')
    .flatMap((line) => {
      const [type = '', ...rest] = line.trim().split(/\s+/);
      let standing = '';
      return rest.flatMap((word) => {
        if (word.length > 1) standing = word;
        return word.length > 1 ? [] : [`${type} ${standing} ${MOMENTS.find((moment) => moment.startsWith(word))}`];
      });
    });
  expect(
    cells
      .filter((cell) => may(...cell))
      .map(named)
      .sort(),
  ).toEqual(said.sort());
});

const WHO: Record<Standing, Asker> = {
  partner: { role: 'partner', seat: 'a' },
  lead: facilitator(ADA),
  facilitator: facilitator(GRACE),
  observer: OBSERVER,
  server: serverFor(ADA),
};

/** Where a command makes sense: the text that both write, or what one proposed; else a turn of the one who tells. */
const STEP: Partial<Record<Type, string>> = { Approve: 'plan', ApproveVersion: 'story' };

/** A talk that real commands led to this moment. Ada leads it, unless it is begun without anybody. */
function talkAt(moment: Moment, type: Type, standing: Standing): Log {
  if (moment === 'gathering') return gathering(type, standing);
  if (moment === 'kept') return playLed(reachAndRespond).to('end');
  const stepId = moment === 'stopping' || moment === 'ended' ? 'risk' : (STEP[type] ?? 'risk');
  const log = playLed(reachAndRespond, type === 'OpenWords' ? 'b' : 'a')
    .do('b', { type: 'AskForHelp' })
    .to(stepId);
  if (type === 'OpenWords' && moment !== 'ended') log.answer('b');
  if (type === 'TakeBackWords' && moment === 'live') log.answer('a');
  if (stepId === 'plan') log.answer('b');
  if (stepId === 'story') log.write('b', 'We stayed.').agree('b');
  if (moment === 'live' && type === 'ReturnFloor') log.act({ type: 'InsertStep', what: 'settle' });
  if (moment === 'held') log.act({ type: 'HoldFloor' });
  if (moment === 'paused') log.do(facilitator(GRACE), { type: 'Pause' });
  if (moment === 'stopping' || moment === 'ended') log.do('b', { type: 'Stop' });
  if (moment === 'ended' && log.state.phase === 'live') log.choose('a', 'let-go').choose('b', 'let-go');
  return log;
}

function gathering(type: Type, standing: Standing): Log {
  const alone = type === 'Begin' && standing === 'partner';
  const log = alone ? gathered(reachAndRespond) : led(reachAndRespond);
  log.facilitators = [ADA, GRACE];
  for (const seat of ['a', 'b'] as const) {
    if (!alone) log.lead({ type: 'Admit', seat });
    log.do(seat, { type: 'SetReady', ready: true });
  }
  return log.do('b', { type: 'AskForHelp' });
}

function asked([type, standing, moment]: readonly [Type, Standing, Moment]) {
  const log = talkAt(moment, type, standing);
  expect(momentIn(log.state)).toBe(moment);
  // Whoever led is no facilitator here any more: then another one may take the lead.
  if (type === 'TakeLead' && standing === 'facilitator') log.facilitators = [GRACE];
  const { opensAt = 0 } = log.state.turn ?? {};
  log.now = Math.max(log.now, opensAt);
  const made = commandFor(type, log);
  const command = made.type === 'Whisper' && standing !== 'partner' ? { ...made, to: 'a' as const } : made;
  const before = { entries: log.entries, state: log.state };
  return { log, before, outcome: log.ask(WHO[standing], command) };
}

/** The table leaves these open, so that whoever asks is told by the step itself: it asks what may be kept. */
const TOLD_BY_THE_STEP: Record<string, ConversationRefusal> = {
  'Approve partner stopping': 'nothing-to-approve',
  'PassFloor partner stopping': 'cannot-pass',
  'ApproveVersion partner stopping': 'nothing-to-approve',
};
/** What is so already. */
const NOTHING_TO_DO =
  /^(Pause \w+ paused|TakeLead lead|TakeBackApprovals|Admit lead|HoldFloor lead held|Stop partner stopping)/;

describe('who may ask what, and when', () => {
  const allowed = cells.filter((cell) => may(...cell));
  const denied = cells.filter((cell) => !may(...cell));

  it.each(allowed)('FA1 accepts %s by %s: %s', (...cell) => {
    const { log, before, outcome } = asked(cell);
    const told = TOLD_BY_THE_STEP[named(cell)];
    if (told) return expect(outcome).toEqual({ refused: told });
    expect(outcome).toBeInstanceOf(Array);
    expect(log.entries.length > before.entries.length).toBe(!NOTHING_TO_DO.test(named(cell)));
  });

  it.each(denied)('FA1 refuses %s by %s: %s, and records nothing', (...cell) => {
    const [type, standing, moment] = cell;
    const { log, before, outcome } = asked(cell);
    expect(isRefused(outcome) && outcome.refused).toBe(
      !mayEver(type, standing) ? 'not-yours-to-do' : whyNot(type, moment),
    );
    expect([log.entries, log.state]).toEqual([before.entries, before.state]);
  });

  it('FA1 has nothing to ask of a talk that was never opened', () => {
    for (const type of TYPES) {
      for (const standing of STANDINGS) {
        const none = new Log(heard);
        const expected = mayEver(type, standing === 'lead' ? 'facilitator' : standing)
          ? 'not-begun'
          : 'not-yours-to-do';
        expect(none.decide(WHO[standing], commandFor(type, none))).toEqual({ refused: expected });
      }
    }
    expect(momentIn(initialState)).toBeUndefined();
  });
});

/** Said again: what the moment answers to who may ask this at another one. */
function whyNot(type: Type, moment: Moment): ConversationRefusal {
  if (type === 'FoldWords' || type === 'WithdrawWords' || type === 'AddNote') return 'not-kept';
  if (moment === 'gathering') return 'not-begun';
  if (moment === 'kept' || moment === 'ended') return 'ended';
  // A partner may always stop: whom this is answered to are those who may only call it off.
  if (type === 'SetReady' || type === 'Begin' || type === 'Stop') return 'already-begun';
  if (type === 'SizePause' || type === 'Return') return 'not-paused';
  const because = { held: 'held', paused: 'paused', stopping: 'only-the-two-decide', live: 'already-begun' } as const;
  return because[moment];
}

describe('a role is the server’s', () => {
  const others: Record<'partner' | 'facilitator' | 'observer' | 'server', Asker[]> = {
    partner: [WHO.partner, { role: 'partner', seat: 'b' }],
    facilitator: [WHO.lead, WHO.facilitator],
    observer: [OBSERVER],
    server: [WHO.server],
  };
  const mayAny = {
    partner: ['partner'],
    facilitator: ['lead', 'facilitator'],
    observer: ['observer'],
    server: ['server'],
  };

  it('FA2 ME5 R17 whatever is asked of any talk, nobody obtains an act of another role, and an observer none', {
    timeout: 30_000,
  }, () => {
    fc.assert(
      fc.property(anyTalk(), (log) => {
        log.facilitators = [ADA, GRACE];
        for (const role of ['partner', 'facilitator', 'observer', 'server'] as const) {
          const mine = mayAny[role] as Standing[];
          for (const asker of others[role]) {
            for (const command of everyCommand(log)) {
              if (mine.some((standing) => mayEver(command.type, standing))) continue;
              expect(log.decide(asker, command)).toEqual({ refused: 'not-yours-to-do' });
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('FA2 what a frame adds to a command makes nobody another', () => {
    const log = playLed(heard);
    const { turnId } = log.turn;
    const forged = { type: 'HoldFloor', turnId, by: ADA, memberId: ADA, role: 'facilitator' } as never;
    for (const asker of [WHO.partner, WHO.facilitator, OBSERVER, WHO.server]) {
      expect(log.decide(asker, forged)).toEqual({ refused: 'not-yours-to-do' });
    }
    const answer = { type: 'PassFloor', turnId, seat: 'a', role: 'partner' } as never;
    for (const asker of [WHO.lead, WHO.facilitator, OBSERVER, WHO.server]) {
      expect(log.decide(asker, answer)).toEqual({ refused: 'not-yours-to-do' });
    }
  });

  it('FA3 R17 every act of a facilitator that both read says who did it', () => {
    for (const [type, standing, moment] of cells.filter((cell) => may(...cell))) {
      if (standing !== 'lead' && standing !== 'facilitator') continue;
      const { outcome } = asked([type, standing, moment]);
      if (isRefused(outcome)) throw new Error(outcome.refused);
      const [first] = outcome.filter(({ to }) => to === 'talk');
      const by = standing === 'lead' ? ADA : GRACE;
      if (!first) continue;
      expect([type, Object.values(first.event).includes(by)]).toEqual([type, true]);
      expect([type, Object.keys(first.words ?? {})]).toEqual([type, type === 'SkipStep' ? ['text'] : []]);
    }
  });
});
