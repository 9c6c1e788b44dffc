import type { AsideEvent, ConversationEvent, OwnEvent } from '@turnward/shared/conversation/events.ts';
import { evolve } from '@turnward/shared/conversation/evolve.ts';
import { type ConversationState, initialState } from '@turnward/shared/conversation/state.ts';
import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { otherSeat, SEATS, type Seat, type StreamKind } from '@turnward/shared/kernel/stream.ts';
import { evolveSpace } from '@turnward/shared/space/evolve.ts';
import { initialSpace } from '@turnward/shared/space/state.ts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Log, play } from '../kit/spec-log.ts';
import { anyTalk } from '../kit/spec-plainly.ts';
import type { Entry } from '../kit/spec-store.ts';
import { READERS, type Reader } from '../kit/spec-talk.ts';
import { commandOf, grant, wishes } from '../kit/spec-wishes.ts';

/** Time enough on a slow machine. */
vi.setConfig({ testTimeout: 60_000 });
const RUNS = { numRuns: 2000 };
type Logged = Recorded<ConversationEvent>;

/** Each stream in its own order; which stream goes on next is up to the dice. */
function interleaved(streams: Entry[][], dice: readonly number[]): Logged[] {
  const left = streams.filter((stream) => stream.length > 0).map((stream) => [...stream]);
  const out: Logged[] = [];
  for (let at = 0; left.length > 0; at++) {
    const n = (dice[at % dice.length] ?? 0) % left.length;
    out.push(left[n]?.shift() as Logged);
    if (left[n]?.length === 0) left.splice(n, 1);
  }
  return out;
}

const dice = fc.array(fc.nat(), { minLength: 1, maxLength: 60 });
const fold = (events: readonly Logged[]) => events.reduce(evolve, initialState);
/** What somebody knows of a state: what is in the streams that they may read. */
const asKnownTo = (state: ConversationState, kinds: readonly StreamKind[]): ConversationState => {
  const { answered, returned, marks, asides, written } = state;
  const only = <Value>(name: 'own' | 'aside', of: Partial<Record<Seat, Value>>) =>
    Object.fromEntries(
      SEATS.filter((seat) => kinds.includes(`${name}/${seat}`) && of[seat]).map((seat) => [seat, of[seat]]),
    );
  return {
    ...state,
    answered: only('own', answered),
    returned: only('own', returned),
    marks: { ...initialState.marks, ...only('own', marks) },
    written: { ...initialState.written, ...only('own', written) },
    asides: { ...initialState.asides, ...only('aside', asides) },
  };
};
const READS: Record<Reader, StreamKind[]> = {
  server: ['talk', 'own/a', 'own/b', 'aside/a', 'aside/b'],
  a: ['talk', 'own/a', 'aside/a'],
  b: ['talk', 'own/b', 'aside/b'],
  facilitator: ['talk', 'aside/a', 'aside/b'],
  observer: ['talk'],
};

describe('the streams of a conversation', () => {
  it('ES6 law: replaying a log gives the state that was live, in any order between streams', () => {
    fc.assert(
      fc.property(anyTalk(), wishes, dice, (log, wished, order) => {
        for (const wish of wished) grant(log, wish);
        for (const reader of READERS) {
          const kinds = READS[reader];
          const replica = fold(
            interleaved(
              kinds.map((kind) => log.read(kind)),
              order,
            ),
          );
          expect(replica).toEqual(log.seenBy(reader));
          expect(replica).toEqual(asKnownTo(log.state, kinds));
        }
      }),
      RUNS,
    );
  });

  const seat = fc.constantFrom<Seat>('a', 'b');
  const turnId = fc.constantFrom('t1', 't2', '');
  const stepId = fc.constantFrom('share', 'keep', 'none', 'constructor', '__proto__');
  const about = { turnId, stepId, kind: fc.constantFrom('share', 'keep', 'plan'), seat };
  const optional = { requiredKeys: ['type', 'turnId', 'stepId', 'kind', 'seat'] as never };
  const is = fc.constant;
  const flag = is(true as const);
  const pauseId = fc.constantFrom('p1', 'p2');
  const by = fc.constantFrom('ada', 'grace', '__proto__');
  const cardId = fc.constantFrom('living-in-you', 'close', 'constructor', '__proto__');
  const version = fc.constantFrom('v1', 'v2');
  const anyEvent = fc.oneof(
    fc.record({
      type: is('ConversationOpened'),
      conversationId: is('c1'),
      spaceId: is('s1'),
      guideId: is('heard'),
      first: seat,
      lead: by,
    }),
    fc.record({ type: is('ReadySet'), seat, ready: fc.boolean() }),
    fc.record({ type: is('ConversationBegun') }),
    fc.record(
      {
        ...{ type: is('TurnStarted'), turnId, stepId, holders: fc.subarray([...SEATS]), opensAt: fc.nat(), cardId },
        ...{ detour: flag, held: flag, limit: fc.nat(400) },
      },
      { requiredKeys: ['type', 'turnId', 'stepId', 'holders', 'opensAt'] },
    ),
    fc.record({ type: is('TurnResumed'), turnId }),
    fc.record({ type: is('MarkingFinished'), seat, done: fc.boolean() }),
    fc.record({ type: is('OverlapShown'), cards: fc.array(fc.record({ cardId, version })) }),
    fc.record({ type: is('CardMarked'), seat, cardId, version, ready: fc.boolean() }),
    fc.record({ type: is('VersionApproved'), turnId, seat, version }),
    fc.record({ type: is('ApprovalsTakenBack'), turnId, by: seat }),
    fc.record({ type: is('Agreed'), turnId, stepId, kind: is('story'), version }),
    fc.record({ type: is('Contributed'), ...about, choice: is('yes'), passed: flag, joint: flag }, optional),
    fc.record({ type: is('Revealed'), ...about, passed: flag }, optional),
    fc.record({ type: is('Approved'), turnId, seat, seq: fc.nat(9) }),
    fc.record(
      { type: is('Paused'), pauseId, by: fc.constantFrom('a', 'b', null), facilitator: by, leadLost: flag },
      { requiredKeys: ['type', 'pauseId', 'by'] },
    ),
    fc.record({ type: fc.constantFrom('LeadTaken', 'LeadHanded'), by, to: by }),
    fc.record({ type: fc.constantFrom('LeadLost', 'LeadBack'), memberId: by }),
    fc.record({ type: fc.constantFrom('Admitted', 'SentBack'), by, seat }),
    fc.record({ type: fc.constantFrom('MovedOn', 'StepSkipped', 'EndedGently', 'SmallerAsked'), by, turnId }),
    fc.record({ type: fc.constantFrom('FloorHeld', 'FloorReturned'), by, turnId }),
    fc.record({ type: is('SteppedBack'), by, turnId, stepId }),
    fc.record({ type: fc.constantFrom('FloorHanded', 'StepInserted'), by, turnId, what: is('tell'), to: seat }),
    fc.record({ type: is('TimeGiven'), by, turnId, minutes: fc.nat(30) }),
    fc.record({ type: is('SlowModeSet'), by, on: fc.boolean() }),
    fc.record({ type: is('Whispered'), seat, from: fc.constantFrom('ada', null) }),
    fc.record({ type: fc.constantFrom('CheckedIn', 'HelpAsked', 'RatingShown'), seat, at: is('p1') }),
    fc.record({ type: is('HelpAnswered'), seat, by }),
    fc.record({ type: is('RatingsShared'), seat, on: fc.boolean() }),
    fc.record({ type: is('AsideCleared'), seat, ranges: fc.array(fc.tuple(fc.nat(9), fc.nat(9))) }),
    fc.record({ type: is('PauseSized'), pauseId, size: fc.constantFrom('quiet', 'break'), returnAt: fc.nat() }),
    fc.record({ type: is('PauseExtended'), pauseId, round: fc.nat(9) }),
    fc.record({ type: is('Resumed'), pauseId }),
    fc.record({ type: is('Stopped'), by: seat }),
    fc.record({ type: is('KeepingSettled'), kept: fc.boolean(), omitted: fc.array(fc.nat(9)) }),
    fc.record({ type: is('ConversationEnded'), reason: is('stopped'), kept: fc.boolean() }),
    fc.record(
      { type: is('Answered'), ...about, choice: is('keep'), passed: flag, stirred: flag, omit: is([1]) },
      optional,
    ),
    fc.record({ type: is('ReturnRated'), pauseId, round: fc.nat(3), seat, calm: fc.boolean() }),
    fc.record({ type: fc.constantFrom('Unheard', '', 'toString', 'constructor') }),
  );

  it('ES6 law: takes any event in any order, and what it does not know changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        let state = initialState;
        for (const [at, event] of events.entries()) {
          const before = JSON.stringify(state);
          const next = evolve(state, { stream: 'talk:c1', seq: at + 1, at, event: event as ConversationEvent });
          expect(JSON.stringify(state)).toBe(before);
          if (['Unheard', '', 'toString', 'constructor'].includes(event.type)) expect(next).toBe(state);
          expect(Object.keys(next).sort()).toEqual(Object.keys(initialState).sort());
          state = next;
        }
      }),
      RUNS,
    );
  });

  it('ES6 leaves a space as it is for an event it does not know', () => {
    const unknown = { stream: 'space:s1', seq: 1, at: 1, event: { type: 'Unheard' } as never } as const;
    expect(evolveSpace(initialSpace, unknown)).toBe(initialSpace);
  });

  it('ES6 reads no words: the states of a log with its words destroyed are the same', () => {
    for (const guide of GUIDES) {
      const log = play(guide).to('end');
      const bare = log.entries
        .filter(({ stream }) => !stream.startsWith('space'))
        .map((entry) => ({ ...entry, words: null }));
      expect(fold(bare as Logged[])).toEqual(log.state);
    }
  });

  it('PR3 law: other private words and numbers give the partner the same talk, to the letter', () => {
    const hasPrivate = (log: Log) =>
      log.state.phase === 'live' && (log.step.visibility === 'self' || log.step.scales.length > 0);
    let differed = 0;
    fc.assert(
      fc.property(
        fc.oneof(anyTalk(), anyTalk(hasPrivate)),
        wishes,
        fc.integer({ min: 1, max: 3 }),
        (log, wished, secret) => {
          const other = log.copy();
          for (const wish of wished) {
            const own = commandOf(log, wish);
            const theirs = commandOf(other, wish, secret);
            if (JSON.stringify(own) !== JSON.stringify(theirs)) differed++;
            const [one, two] = [grant(log, wish), grant(other, wish, secret)];
            expect('refused' in two ? two.refused : null).toBe('refused' in one ? one.refused : null);
          }
          expect(other.read('space')).toEqual(log.read('space'));
          for (const reader of ['b', 'observer'] as const) {
            expect(other.readBy(reader)).toEqual(log.readBy(reader));
            expect(other.seenBy(reader)).toEqual(log.seenBy(reader));
          }
        },
      ),
      RUNS,
    );
    expect(differed).toBeGreaterThan(RUNS.numRuns);
  });

  type Any = Entry['event'];
  const isOwn = (event: Any): event is OwnEvent =>
    ['Answered', 'ReturnRated', 'CardMarked', 'ParkNoted'].includes(event.type);
  const BESIDE = [
    'Whispered',
    'CheckedIn',
    'RatingsShared',
    'RatingShown',
    'HelpAsked',
    'HelpAnswered',
    'AsideCleared',
  ];
  const isBeside = (event: Any): event is AsideEvent => BESIDE.includes(event.type);

  it('PR4 law: no number is ever written where the partner reads, and no private event', () => {
    fc.assert(
      fc.property(anyTalk(), wishes, (log, wished) => {
        for (const wish of wished) grant(log, wish);
        for (const { stream, event, words } of log.entries) {
          if (isOwn(event)) expect(stream).toBe(`own/${event.seat}:c1`);
          else if (isBeside(event)) expect(stream).toBe(`aside/${event.seat}:c1`);
          else
            expect([stream, words?.scales]).toEqual([stream.startsWith('space') ? 'space:s1' : 'talk:c1', undefined]);
        }
      }),
      RUNS,
    );
  });

  it('KP1 law: no path leads to a kept talk but by the last answer of each of the two', () => {
    let kept = 0;
    fc.assert(
      fc.property(
        anyTalk((log) => log.state.phase === 'live' && log.step.kind === 'keep'),
        wishes,
        (log, wished) => {
          for (const wish of wished) grant(log, wish);
          const isKept = log.entries.some(({ event }) => 'kept' in event && event.kept);
          if (!isKept) return;
          kept++;
          for (const seat of SEATS) {
            const answers = log
              .read(`own/${seat}`)
              .flatMap(({ event }) => (event.type === 'Answered' && event.kind === 'keep' ? [event] : []));
            expect(answers.at(-1)).toMatchObject({ seat, choice: 'keep' });
          }
        },
      ),
      RUNS,
    );
    // Enough of what is looked for has happened, or the law says nothing.
    expect(kept).toBeGreaterThan(50);
  });

  const unkept = (log: Log) =>
    log.entries.some(({ event }) => 'kept' in event && event.type !== 'ConversationClosed' && !event.kept);

  it('KP2 law: from the record that says it is not kept on, no word from before it is left', () => {
    fc.assert(
      fc.property(anyTalk(), wishes, (log, wished) => {
        for (const wish of wished) {
          const wasUnkept = unkept(log);
          grant(log, wish);
          if (wasUnkept || !unkept(log)) continue;
          expect(log.entries.filter(({ stream, words }) => words && !stream.startsWith('space'))).toEqual([]);
        }
        const { ended } = log.state;
        if (ended && !ended.kept)
          expect(log.entries.filter(({ stream, words }) => words && !stream.startsWith('space'))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('KP3 law: what is left out was its author’s, and is gone; all else of a kept talk is there', () => {
    fc.assert(
      fc.property(
        anyTalk((log) => log.state.phase === 'live' && log.step.kind === 'keep'),
        wishes,
        (log, wished) => {
          const said = log
            .read('talk')
            .filter(({ words }) => words)
            .map(({ seq }) => seq);
          for (const wish of wished) grant(log, wish);
          const { keeping, authors } = log.state;
          if (!keeping?.kept) return;
          const left = log
            .read('talk')
            .filter(({ words }) => words)
            .map(({ seq }) => seq);
          expect(said.filter((seq) => !left.includes(seq))).toEqual(
            said.filter((seq) => keeping.omitted.includes(seq)),
          );
          for (const seat of SEATS) {
            const omit = log
              .read(`own/${seat}`)
              .flatMap(({ event }) => (event.type === 'Answered' ? (event.omit ?? []) : []));
            for (const seq of omit) expect(authors[seq]).not.toBe(otherSeat(seat));
          }
        },
      ),
      RUNS,
    );
  });
});
