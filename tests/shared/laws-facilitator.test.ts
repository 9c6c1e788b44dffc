import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import type { ConversationEvent } from '@turnward/shared/conversation/events.ts';
import type { Outcome } from '@turnward/shared/conversation/outcome.ts';
import { isHeld } from '@turnward/shared/conversation/rights.ts';
import type { ConversationState, Interrupted } from '@turnward/shared/conversation/state.ts';
import { isRefused } from '@turnward/shared/kernel/decider.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { besideOf } from '../kit/spec-led-wishes.ts';
import type { Log } from '../kit/spec-log.ts';
import { anyTalk, plainly } from '../kit/spec-plainly.ts';
import type { Entry } from '../kit/spec-store.ts';
import { commandOf, grant, ledWishes, type Wish } from '../kit/spec-wishes.ts';

/** Time enough on a slow machine. */
vi.setConfig({ testTimeout: 60_000 });
const RUNS = { numRuns: 2000 };
const isLed = (log: Log) => log.facilitators.length > 0;
const ledTalk = anyTalk(isLed);

type Step = { before: ConversationState; after: ConversationState; outcome: Outcome; added: readonly Entry[] };

/** Grants all wishes of led talks, and looks at what each of them did. */
const eachGranted = (look: (step: Step, log: Log, wish: Wish) => void) =>
  fc.assert(
    fc.property(ledTalk, ledWishes, (log, wished) => {
      for (const wish of wished) {
        const { state: before, entries } = log;
        const outcome = grant(log, wish);
        look({ before, after: log.state, outcome, added: log.entries.slice(entries.length) }, log, wish);
      }
    }),
    RUNS,
  );

const events = ({ added }: Step) => added.map(({ event }) => event as ConversationEvent);

/** What a facilitator does to floor or steps, by the id of whoever did it. */
const ACTS: ReadonlySet<string> = new Set([
  ...['LeadHanded', 'Admitted', 'SentBack', 'MovedOn', 'StepSkipped', 'SteppedBack', 'EndedGently', 'FloorHeld'],
  ...['FloorReturned', 'FloorHanded', 'StepInserted', 'TimeGiven', 'SmallerAsked', 'SlowModeSet'],
]);

/** What any facilitator may do, or a partner too: where a facilitator did, it is by name. */
const ALSO_NAMED: ReadonlySet<string> = new Set([
  ...['LeadTaken', 'CalledOff', 'ConversationBegun', 'Paused', 'PauseSized', 'ApprovalsTakenBack'],
]);
const doerOf = (event: Entry['event']): string =>
  ('facilitator' in event ? event.facilitator : 'by' in event ? event.by : '') ?? '';

it('FA2 law: what is another role’s to ask is refused, whoever asks, and records nothing', () => {
  let asked = 0;
  eachGranted(({ outcome, added }, _, { want }) => {
    if (want !== 'imposture') return;
    asked++;
    expect([isRefused(outcome), added]).toEqual([true, []]);
  });
  expect(asked).toBeGreaterThan(RUNS.numRuns / 4);
});

it('FA3 law: what is done to floor and steps is said in the talk, with who did it, and with no words but a reason', () => {
  let acts = 0;
  eachGranted((step, log, { want }) => {
    if (want !== 'lead') return;
    for (const { stream, event, words } of step.added) {
      if (!ACTS.has(event.type) && !ALSO_NAMED.has(event.type)) continue;
      acts++;
      expect([event.type, stream, log.facilitators.includes(doerOf(event))]).toEqual([event.type, 'talk:c1', true]);
      expect(Object.keys(words?.text ?? {})).toEqual(event.type === 'StepSkipped' && words ? ['reason'] : []);
    }
    const { before, after } = step;
    const moved = before.turn?.turnId !== after.turn?.turnId || isHeld(before) !== isHeld(after);
    const said = step.added.some(({ event }) => ACTS.has(event.type) || ALSO_NAMED.has(event.type));
    if (moved && !before.pause) expect(said || after.pause !== null).toBe(true);
  });
  expect(acts).toBeGreaterThan(RUNS.numRuns / 2);
});

it('FA4 law: whoever acts on floor and steps led at that moment; the lead goes by name, or is taken where it is free', () => {
  eachGranted((step) => {
    const { lead } = step.before;
    for (const event of events(step)) {
      if (ACTS.has(event.type)) expect('by' in event && event.by).toBe(lead?.memberId);
      if (event.type === 'LeadTaken')
        expect([lead === null || lead.lost, event.by === lead?.memberId]).toEqual([true, false]);
    }
  });
});

/** What answers, passes or approves. */
const ON_THE_FLOOR: ReadonlySet<string> = new Set([
  'Contributed',
  'Answered',
  'Approved',
  'VersionApproved',
  'Revealed',
]);

it('FA6 law: while the floor is held nothing is answered, passed or approved, and both may pause and stop', () => {
  let held = 0;
  eachGranted((step, log) => {
    const { before, after } = step;
    const closed = before.phase === 'live' && !before.pause && !before.stopping && isHeld(before);
    if (closed) expect(events(step).filter(({ type }) => ON_THE_FLOOR.has(type))).toEqual([]);
    if (after.phase !== 'live' || after.pause || after.stopping || !isHeld(after)) return;
    held++;
    for (const seat of SEATS) {
      for (const type of ['Pause', 'Stop'] as const) expect(isRefused(log.decide(seat, { type }))).toBe(false);
    }
  });
  expect(held).toBeGreaterThan(RUNS.numRuns / 4);
});

it('FA8 law: a step put in between always gives back the very turn it interrupted, or the talk is stopped or closed', () => {
  let interruptions = 0;
  let returns = 0;
  eachGranted((step) => {
    const { before, after } = step;
    if (!before.interrupted && after.interrupted) {
      interruptions++;
      expect(after.interrupted).toEqual(atTurnOf(before));
    }
    if (!before.interrupted) return;
    if (after.interrupted)
      return expect(withoutApprovals(after.interrupted)).toEqual(withoutApprovals(before.interrupted));
    const types = events(step).map(({ type }) => type);
    const answeredThere = ({ answered }: ConversationState) =>
      SEATS.filter((seat) => answered[seat]?.turnId === before.interrupted?.turn.turnId);
    expect(answeredThere(after)).toEqual(answeredThere(before));
    if (types.includes('TurnResumed')) {
      returns++;
      expect(atTurnOf(after)).toEqual(before.interrupted);
    } else expect(types.some((type) => ENDS.has(type))).toBe(true);
  });
  expect(interruptions).toBeGreaterThan(RUNS.numRuns / 8);
  expect(returns).toBeGreaterThan(RUNS.numRuns / 16);
});
const ENDS: ReadonlySet<string> = new Set(['Stopped', 'EndedGently', 'ConversationEnded']);
const atTurnOf = ({ turn, done, proposal, approvals }: ConversationState) => ({ turn, done, proposal, approvals });
/** Words written together may still be changed by an edit that was on its way: then nobody stands by them (TU11). */
const withoutApprovals = ({ approvals: _, ...rest }: Interrupted) => rest;

it('FA9 law: while the leader’s line is lost no floor is held and nobody waits to be let in', () => {
  let lost = 0;
  eachGranted((step) => {
    const { after } = step;
    if (!after.lead?.lost) return;
    lost++;
    expect(isHeld(after)).toBe(false);
    if (!events(step).some(({ type }) => type === 'LeadLost')) return;
    expect(after.turn).toBe(step.before.turn);
    // Nor once they are back.
    expect([after.hold, after.admitted]).toEqual([null, { a: true, b: true }]);
  });
  expect(lost).toBeGreaterThan(RUNS.numRuns / 8);
});

it('PA1 law: no facilitator undoes or refuses a pause; only the two come back', () => {
  eachGranted((step, _, { want }) => {
    if (!step.before.pause || want === 'forward' || want === 'return' || want === 'stop') return;
    if (want === 'nonsense' || want === 'imposture') return expect(step.after.pause).not.toBeNull();
    if (want === 'lead' || want === 'line' || want === 'beside') expect(step.after.pause).not.toBeNull();
  });
});

/** The same talk with something else beside it on `a`'s side: more, less, and other words. */
it('WH1 law: whatever goes on beside the talk with one, the other’s streams and an observer’s are the same', () => {
  let beside = 0;
  fc.assert(
    fc.property(ledTalk, ledWishes, fc.nat(9999), (log, wished, secret) => {
      const other = log.copy();
      for (const [at, wish] of wished.entries()) {
        const [who, command] = commandOf(log, wish);
        commandOf(other, wish);
        if (wish.want === 'beside' && isOnTheSideOfA(who, command)) {
          log.after(wish.waitMs).ask(who, command);
          other.after(wish.waitMs);
          for (let more = (secret + at) % 3; more > 0; more--) other.ask(...besideOf(other, 'a', secret + at * more));
          beside++;
          continue;
        }
        const [one, two] = [grant(log, wish), grant(other, wish)];
        if (isOnTheSideOfA(who, command)) continue;
        expect('refused' in two ? two.refused : null).toBe('refused' in one ? one.refused : null);
      }
      expect(other.read('space')).toEqual(log.read('space'));
      for (const reader of ['b', 'observer'] as const) {
        expect(other.readBy(reader)).toEqual(log.readBy(reader));
        expect(other.seenBy(reader)).toEqual(log.seenBy(reader));
      }
    }),
    RUNS,
  );
  expect(beside).toBeGreaterThan(RUNS.numRuns / 2);
});

const PRIVATE: ReadonlySet<ConversationCommand['type']> = new Set([
  'CheckIn',
  'ShareRatings',
  'AskForHelp',
  'AnswerHelp',
]);
const isOnTheSideOfA = (who: unknown, command: ConversationCommand): boolean => {
  if (command.type === 'Whisper') return who === 'a' || command.to === 'a';
  if (command.type === 'AnswerHelp') return command.seat === 'a';
  return who === 'a' && PRIVATE.has(command.type);
};

it('WH3 law: a rating is shown only while its author agrees, and it is the one they gave', () => {
  let shown = 0;
  eachGranted(({ before, added }) => {
    for (const { event, words } of added) {
      if (event.type !== 'RatingShown') continue;
      shown++;
      expect(before.asides[event.seat].sharesRatings).toBe(true);
      const given = added.find((each) => isAnswerOf(each, event.seat));
      if (words) expect(words).toEqual({ scales: { stirred: given?.words?.scales?.['stirred'] } });
    }
  });
  expect(shown).toBeGreaterThan(RUNS.numRuns / 20);
});
const isAnswerOf = ({ event }: Entry, seat: string) =>
  (event.type === 'Answered' || event.type === 'ReturnRated') && event.seat === seat;

it('WH4 law: nothing is left of whispers and check-ins once a talk has ended, nor of ratings where it is not kept', () => {
  let ended = 0;
  fc.assert(
    fc.property(ledTalk, ledWishes, (log, wished) => {
      for (const wish of wished) grant(log, wish);
      for (const [who, command] of plainly(log)) log.do(who, command);
      const left = [...log.read('aside/a'), ...log.read('aside/b')].filter(({ words }) => words);
      const may = log.state.ended?.kept ? ['RatingShown'] : [];
      expect(left.filter(({ event }) => !may.includes(event.type))).toEqual([]);
      ended += log.read('aside/a').length;
    }),
    RUNS,
  );
  expect(ended).toBeGreaterThan(RUNS.numRuns);
});
