import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import type { Outcome } from '@turnward/shared/conversation/outcome.ts';
import { BREAK_AT_LEAST } from '@turnward/shared/conversation/pause.ts';
import { isHeld } from '@turnward/shared/conversation/rights.ts';
import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import { isRefused } from '@turnward/shared/kernel/decider.ts';
import { otherSeat, type Seat } from '@turnward/shared/kernel/stream.ts';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { plainAnswer } from '../kit/spec-answers.ts';
import type { Log } from '../kit/spec-log.ts';
import { anyTalk, plainly } from '../kit/spec-plainly.ts';
import { grant, type Wish, wishes } from '../kit/spec-wishes.ts';

/** Time enough on a slow machine. */
vi.setConfig({ testTimeout: 60_000 });
const RUNS = { numRuns: 2000 };
const isLive = (log: Log) => log.state.phase === 'live';
const isOpen = (log: Log) => isLive(log) && !isHeld(log.state);
const inHear = (log: Log) => isLive(log) && log.step.id.startsWith('hear.');

/** Who holds a step, said once more and otherwise than the program says it. */
function holdersAt(log: Log): Seat[] {
  const { first, step } = log;
  if (step.outline === 'between') return holdersBetween(log);
  if (step.actor === 'each' || step.actor === 'both') return ['a', 'b'];
  return [(step.actor === 'sharer') === (step.round === 1) ? first : otherSeat(first)];
}

/** Whose step it is that was put in between last: as it was said then. */
function holdersBetween(log: Log): Seat[] {
  const said = log.read('talk').findLast(({ event }) => event.type === 'StepInserted' || event.type === 'FloorHanded');
  return said && 'to' in said.event && said.event.to ? [said.event.to as Seat] : ['a', 'b'];
}

/** The id of the turn that began last, or went on last. */
const lastBegun = (log: Log): string | undefined =>
  log
    .read('talk')
    .flatMap(({ event }) => (BEGINS.has(event.type) && 'turnId' in event ? [event.turnId] : []))
    .at(-1);
const BEGINS: ReadonlySet<string> = new Set(['TurnStarted', 'TurnResumed']);

const types = (outcome: Outcome) => (isRefused(outcome) ? [] : outcome.map(({ event }) => event.type));

it('FL1 law: whatever is pressed, there is one turn or none, and its holders are those of its step', () => {
  fc.assert(
    fc.property(anyTalk(), wishes, (log, wished) => {
      for (const wish of wished) {
        const before = log.state.turn;
        const recorded = types(grant(log, wish));
        const { turn, phase } = log.state;
        const changes = recorded.filter((type) => BEGINS.has(type) || type === 'ConversationEnded').length;
        const changed = turn?.turnId !== before?.turnId || recorded.includes('ConversationEnded');
        expect({ changes, id: turn?.turnId, holders: turn?.holders }).toEqual(
          phase === 'live'
            ? { changes: changed ? 1 : 0, id: lastBegun(log), holders: holdersAt(log) }
            : { changes: changed ? 1 : 0, id: undefined, holders: undefined },
        );
      }
    }),
    RUNS,
  );
});

it('FL3 law: a refused command records nothing and changes nothing, nor does deciding', () => {
  fc.assert(
    fc.property(anyTalk(), wishes, (log, wished) => {
      for (const wish of wished) {
        const { state, entries } = log;
        const known = JSON.stringify(state);
        const outcome = grant(log, wish);
        expect(JSON.stringify(state)).toBe(known);
        if (!isRefused(outcome) && outcome.length > 0) continue;
        expect(log.state).toBe(state);
        expect(log.entries).toHaveLength(entries.length);
      }
    }),
    RUNS,
  );
});

/** Somebody's press: loads, decides, and appends on the condition that nothing came between; else once more. */
function* pressing(log: Log, seat: Seat, command: ConversationCommand): Generator<void, Outcome> {
  for (;;) {
    const loaded = log.copy();
    yield;
    const outcome = loaded.decide(seat, command);
    yield;
    if (log.entries.length !== loaded.entries.length) continue;
    if (!isRefused(outcome)) log.record(outcome);
    return outcome;
  }
}

type Press = { bySeat: Seat; pass: boolean };
const presses: fc.Arbitrary<Press[]> = fc.array(
  fc.record({ bySeat: fc.constantFrom<Seat>('a', 'b'), pass: fc.boolean() }),
  { minLength: 1, maxLength: 5 },
);

/** All press for the same turn at once; `order` says whose press goes on next. */
function pressAtOnce(log: Log, pressed: readonly Press[], order: readonly number[]): Outcome[] {
  const { turnId } = log.turn;
  log.now = Math.max(log.now, log.turn.opensAt);
  const answer = plainAnswer(log.step);
  const waiting = pressed.map(({ bySeat, pass }) =>
    pressing(log, bySeat, pass ? { type: 'PassFloor', turnId } : { type: 'Contribute', turnId, answer }),
  );
  const outcomes: Outcome[] = [];
  for (let tick = 0; waiting.length > 0; tick++) {
    if (tick > 1000) throw new Error('pressing without end');
    const at = (order[tick % order.length] ?? 0) % waiting.length;
    const went = waiting[at]?.next();
    if (!went?.done) continue;
    outcomes.push(went.value);
    waiting.splice(at, 1);
  }
  return outcomes;
}

const order = fc.array(fc.nat(), { minLength: 1, maxLength: 40 });
const advances = (outcomes: Outcome[]) =>
  outcomes.flatMap(types).filter((type) => type === 'TurnStarted' || type === 'ConversationEnded').length;

it('FL3 law: of holder and other pressing at once, one press counts, in whatever order they come', () => {
  const heldByOne = anyTalk((log) => isOpen(log) && log.turn.holders.length === 1);
  fc.assert(
    fc.property(heldByOne, presses, order, (log, others, ticks) => {
      const [holder = 'a'] = log.turn.holders;
      const outcomes = pressAtOnce(log, [{ bySeat: holder, pass: false }, ...others], ticks);
      expect(outcomes.filter((outcome) => !isRefused(outcome))).toHaveLength(1);
      expect(advances(outcomes)).toBe(1);
      for (const outcome of outcomes) {
        if (isRefused(outcome))
          expect(['stale-turn', 'not-your-floor', 'cannot-pass', 'held']).toContain(outcome.refused);
      }
    }),
    { numRuns: 1000 },
  );
});

it('TU3 law: of both answering at once, on any number of devices, one answer each counts and one step is taken', () => {
  const heldByEach = anyTalk((log) => isOpen(log) && log.step.actor === 'each');
  fc.assert(
    fc.property(heldByEach, presses, order, (log, others, ticks) => {
      const { turns } = log.state;
      const both: Press[] = [
        { bySeat: 'a', pass: false },
        { bySeat: 'b', pass: false },
      ];
      const outcomes = pressAtOnce(log, [...others, ...both], ticks);
      expect(advances(outcomes)).toBe(1);
      expect(log.state.turns).toBe(turns + 1);
      expect(outcomes.filter((outcome) => !isRefused(outcome))).toHaveLength(2);
    }),
    { numRuns: 1000 },
  );
});

/** What others do, or what stops for today. */
const NOT_THEIRS: ReadonlySet<Wish['want']> = new Set(['forward', 'stop', 'lead', 'line', 'beside', 'imposture']);

it('HE1 law: the responder alone never leaves the loop of being heard, except by stopping for today', () => {
  fc.assert(
    fc.property(anyTalk(inHear), wishes, (log, wished) => {
      const { round } = log.step;
      const responder = otherSeat(round === 1 ? log.first : otherSeat(log.first));
      for (const wish of wished) {
        if (NOT_THEIRS.has(wish.want)) continue;
        grant(log, { ...wish, seat: responder });
        expect([inHear(log), log.step.round]).toEqual([true, round]);
      }
    }),
    RUNS,
  );
});

const REFUSED_WHILE_PAUSED: ReadonlySet<Wish['want']> = new Set(['pass', 'answer', 'approve', 'mark', 'done', 'agree']);

/** Coming back shows one more rating to facilitators where that was agreed (WH3): beside the talk, not in it. */
const withoutRatings = ({ asides: { a, b }, ...talk }: ConversationState) => ({
  ...talk,
  asides: { a: { ...a, shown: [] }, b: { ...b, shown: [] } },
});

it('PA4 law: pausing at any point and coming back leaves the turn, and all that was said at it, as it was', () => {
  const rating = fc.nat(6);
  fc.assert(
    fc.property(anyTalk(isLive), wishes, fc.boolean(), rating, wishes, (log, wished, quiet, stirred, meanwhile) => {
      for (const wish of wished) grant(log, wish);
      if (!isLive(log) || log.state.pause) return;
      const before = log.state;
      log.do('b', { type: 'Pause' });
      for (const wish of meanwhile) {
        if (REFUSED_WHILE_PAUSED.has(wish.want)) expect(isRefused(grant(log, wish))).toBe(true);
      }
      const pauseId = `p${before.pauses + 1}`;
      const returnAt = log.now + BREAK_AT_LEAST;
      log.do('b', { type: 'SizePause', pauseId, ...(quiet ? { size: 'quiet' } : { size: 'break', returnAt }) });
      if (!quiet) log.after(BREAK_AT_LEAST);
      for (const seat of ['b', 'a'] as const) log.do(seat, { type: 'Return', pauseId, stirred });
      const { pauses, returned } = log.state;
      expect(withoutRatings(log.state)).toEqual(withoutRatings({ ...before, pauses, returned }));
      expect(log.state.turn).toBe(before.turn);
    }),
    RUNS,
  );
});

it('PA5 law: whoever stops, whenever: nothing is asked any more but what may be kept', () => {
  fc.assert(
    fc.property(anyTalk(isLive), wishes, fc.constantFrom<Seat>('a', 'b'), wishes, (log, wished, seat, after) => {
      for (const wish of wished) grant(log, wish);
      if (!isLive(log)) return;
      log.do(seat, { type: 'Stop' });
      for (const wish of after) {
        grant(log, wish);
        if (isLive(log)) expect(log.step.kind).toBe('keep');
      }
      for (const [who, command] of plainly(log)) log.do(who, command);
      expect(log.state.ended?.reason).toBe('stopped');
    }),
    RUNS,
  );
});

it('GU1 law: from wherever a conversation has come to, plain answers bring it to an end', () => {
  fc.assert(
    fc.property(anyTalk(), wishes, (log, wished) => {
      for (const wish of wished) grant(log, wish);
      for (const [who, command] of plainly(log)) log.do(who, command);
      expect(log.state).toMatchObject({ phase: 'ended', turn: null, pause: null });
      expect(log.read('space').map(({ event }) => event.type)).toEqual(['ConversationClosed']);
    }),
    RUNS,
  );
});
