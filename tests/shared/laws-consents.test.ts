import { isRefused } from '@turnward/shared/kernel/decider.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import { mayLookBackAlone } from '@turnward/shared/space/consents.ts';
import { decideSpace } from '@turnward/shared/space/decide.ts';
import type { Consent, SpaceEvent } from '@turnward/shared/space/events.ts';
import { evolveSpace } from '@turnward/shared/space/evolve.ts';
import { expiresAt } from '@turnward/shared/space/retention.ts';
import { initialSpace, type SpaceState } from '@turnward/shared/space/state.ts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { couple, DAY, invited, kept, proposed } from '../kit/spec-guests.ts';
import { NOON } from '../kit/spec-talk.ts';

vi.setConfig({ testTimeout: 60_000 });

/** The two, a therapist who asks to come, one whom the space knows nothing of, and the server. */
const PEOPLE = ['robin', 'kim', 'ada', 'eve', 'server'] as const;
type Who = (typeof PEOPLE)[number];
const CONSENTS: Consent[] = ['look-back-alone', 'full-export', 'delete-space'];
const ABOUT = [undefined, 'c1', 'c2', 'none'];

type Wish = {
  kind: SpaceCommand['type'];
  by: Who;
  what: Consent;
  about: string | undefined;
  at: number;
  after: number;
};
const KINDS: SpaceCommand['type'][] = [
  'GiveConsent',
  'GiveConsent',
  'GiveConsent',
  'WithdrawConsent',
  'ExportTranscript',
  'ExportTranscript',
  'DeleteSpace',
  'AnnounceDeletion',
  'CancelDeletion',
  'SetRetention',
  'ConfirmGuest',
  'ConfirmGuest',
  'FreezeMember',
  'KeepHouse',
  'KeepHouse',
  'ListConversation',
  'EraseWords',
];
const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom<SpaceCommand['type']>(...KINDS),
  by: fc.oneof({ weight: 6, arbitrary: fc.constantFrom<Who>('robin', 'kim') }, fc.constantFrom(...PEOPLE)),
  what: fc.constantFrom(...CONSENTS),
  about: fc.constantFrom(...ABOUT),
  at: fc.nat(400),
  after: fc.constantFrom(0, 0, 0, DAY, 4 * DAY, 7 * DAY, 30 * DAY),
});
/** Few leave, so that stories get far. */
const story = fc.tuple(
  fc.array(wish, { minLength: 5, maxLength: 60, size: 'max' }),
  fc.option(fc.constantFrom<Who>('robin', 'kim'), { freq: 3 }),
);

function commandOf({ kind, by, what, about, at }: Wish): SpaceCommand {
  const aboutIt = about === undefined ? {} : { about };
  switch (kind) {
    case 'GiveConsent':
      return { type: kind, what, version: at % 9 === 0 ? 2 : 1, by, ...(what === 'full-export' && aboutIt) };
    case 'WithdrawConsent':
      return { type: kind, what, by, ...aboutIt };
    case 'ExportTranscript':
      return { type: kind, seal: 'f00d', by, ...aboutIt };
    case 'SetRetention':
      return { type: kind, days: at, by };
    case 'ConfirmGuest':
    case 'FreezeMember':
      return { type: kind, memberId: 'ada', by };
    case 'ListConversation':
      return { type: kind, conversationId: `c${at + 10}`, guideId: 'heard', by };
    case 'KeepHouse':
      return { type: kind };
    default:
      return { type: kind, by } as SpaceCommand;
  }
}

/** Often, but not always, it is about what was consented to last, and by the other of the two: so that stories get far. */
function aimed(one: Wish, { consents }: SpaceState): Wish {
  const last = consents.at(-1);
  if (!last || one.at % 3 === 0) return one;
  const about = last.about ?? undefined;
  if (one.kind === 'ExportTranscript') return { ...one, about };
  if (one.kind !== 'GiveConsent') return one;
  return { ...one, what: last.what, about, by: last.by === 'robin' ? 'kim' : 'robin' };
}

type Step = {
  state: SpaceState;
  before: SpaceState;
  log: Recorded<SpaceEvent>[];
  fresh: Recorded<SpaceEvent>[];
  now: number;
};

/** Lives a couple's space with two kept talks and a therapist who waits; `after` is told of each command that recorded something. */
function live([wishes, leaver]: [Wish[], Who | null], after: (step: Step) => void): void {
  let state = initialSpace;
  const log: Recorded<SpaceEvent>[] = [];
  let now = NOON;
  const add = (event: SpaceEvent) => {
    const recorded = { stream: 'space:s1', seq: log.length + 1, at: now, event } as const;
    log.push(recorded);
    state = evolveSpace(state, recorded);
    return recorded;
  };
  for (const { event } of [...couple, ...kept('c1'), ...kept('c2'), invited({ role: 'facilitator' }), proposed('ada')])
    add(event);
  const leaving: SpaceCommand[] = leaver ? [{ type: 'LeaveSpace', erase: false, by: leaver }] : [];
  for (const [at, each] of wishes.entries()) {
    now += each.after;
    const command = commandOf(aimed(each, state));
    const commands = at === Math.floor(wishes.length / 2) ? [command, ...leaving] : [command];
    for (const asked of commands) {
      const before = state;
      const decided = decideSpace(state, asked, now);
      if (!isRefused(decided) && decided.length > 0)
        after({ before, fresh: decided.map(({ event }) => add(event)), state, log, now });
    }
  }
  expect(log.reduce(evolveSpace, initialSpace)).toEqual(state);
}

/** Told from the log alone: who consents at this moment to this, before the last `but` events. */
function consenting(
  log: readonly Recorded<SpaceEvent>[],
  what: Consent,
  about: string | undefined,
  now: number,
): Set<string> {
  const until = new Map<string, number>();
  for (const { event } of log) {
    if (event.type === 'PartnerLeft') until.delete(event.memberId);
    if ((event.type !== 'ConsentGiven' && event.type !== 'ConsentWithdrawn') || event.what !== what) continue;
    if (event.about !== about) continue;
    if (event.type === 'ConsentWithdrawn') until.delete(event.by);
    else if (event.version === 1) until.set(event.by, event.expiresAt ?? Number.POSITIVE_INFINITY);
  }
  return new Set([...until].filter(([, ends]) => now < ends).map(([by]) => by));
}

/** What this partner said last about the other's reading kept talks alone; told from the log alone. */
const lastOnReadingAlone = (log: readonly Recorded<SpaceEvent>[], by: string): SpaceEvent['type'] | undefined =>
  log.findLast(
    ({ event }) =>
      (event.type === 'ConsentGiven' || event.type === 'ConsentWithdrawn') &&
      event.what === 'look-back-alone' &&
      event.by === by,
  )?.event.type;

/** When the first notice was given that nobody took back; told from the log alone, in ms. */
function firstNotice(log: readonly Recorded<SpaceEvent>[]): number {
  const given = new Map<string, number>();
  for (const { event, at } of log) {
    if (event.type === 'DeletionAnnounced') given.set(event.by, at);
    if (event.type === 'DeletionCancelled') given.delete(event.by);
  }
  return Math.min(...given.values());
}

describe('the laws of consent', () => {
  it('CO2 CO5 law: no path leads to an export or a deletion but by both, for this very thing, unexpired; or by a notice', () => {
    let [exports, deletions, notices, joined] = [0, 0, 0, 0];
    fc.assert(
      fc.property(story, (told) => {
        live(told, ({ log, fresh, now }) => {
          const earlier = log.slice(0, log.length - fresh.length);
          for (const { event } of fresh) {
            if (event.type === 'TranscriptExported') {
              exports++;
              expect([...consenting(earlier, 'full-export', event.about, now)].sort()).toEqual(['kim', 'robin']);
              expect(lastOnReadingAlone(earlier, event.by === 'kim' ? 'robin' : 'kim')).not.toBe('ConsentWithdrawn');
            }
            if (event.type === 'SpaceDeleted' && event.by !== null) {
              deletions++;
              expect([...consenting(earlier, 'delete-space', undefined, now)].sort()).toEqual(['kim', 'robin']);
            }
            if (event.type === 'SpaceDeleted' && event.by === null && fresh.length === 1) {
              notices++;
              expect(now - firstNotice(earlier)).toBeGreaterThanOrEqual(14 * DAY);
            }
            if (event.type === 'MemberJoined') {
              joined++;
              const by = earlier.flatMap(({ event: each }) => (each.type === 'GuestConfirmed' ? [each.by] : []));
              const confirmedNow = fresh.flatMap(({ event: each }) =>
                each.type === 'GuestConfirmed' ? [each.by] : [],
              );
              expect(new Set([...by, ...confirmedNow])).toEqual(new Set(['robin', 'kim']));
            }
          }
        });
      }),
      { numRuns: 3000 },
    );
    // Enough of what is looked for has happened, or the law says nothing.
    for (const often of [exports, deletions, notices, joined]) expect(often).toBeGreaterThan(20);
  });

  it('CO4 law: a kept talk is read alone only where the other’s last word on it was not that they take it back', () => {
    let withheld = 0;
    fc.assert(
      fc.property(story, (told) => {
        live(told, ({ log, state }) => {
          for (const [seat, other] of [
            ['a', 'kim'],
            ['b', 'robin'],
          ] as const) {
            const last = lastOnReadingAlone(log, other);
            if (state.deleted) continue;
            if (last === 'ConsentWithdrawn') withheld++;
            expect(mayLookBackAlone(state, seat)).toBe(last !== 'ConsentWithdrawn');
          }
        });
      }),
      { numRuns: 500 },
    );
    expect(withheld).toBeGreaterThan(100);
  });

  it('ER5 law: nothing ends that was not announced for that time a week before, and the shorter wish is kept to', () => {
    let ends = 0;
    fc.assert(
      fc.property(story, (told) => {
        live(told, ({ log, fresh, before, now }) => {
          for (const { event } of fresh) {
            if (event.type !== 'ConversationExpired') continue;
            ends++;
            const { conversationId } = event;
            const said = log.findLast(
              (each) => each.event.type === 'ExpiryAnnounced' && each.event.conversationId === conversationId,
            );
            if (said?.event.type !== 'ExpiryAnnounced') throw new Error('ended unannounced');
            expect(said.event.expiresAt - said.at).toBeGreaterThanOrEqual(7 * DAY);
            expect(now).toBeGreaterThanOrEqual(said.event.expiresAt);
            const listed = before.conversations.find((each) => each.conversationId === conversationId);
            expect(listed && expiresAt(before, listed)).toBeLessThanOrEqual(now);
          }
        });
      }),
      { numRuns: 1000 },
    );
    expect(ends).toBeGreaterThan(50);
  });

  it('ER6 law: after somebody left nobody comes, no talk begins, and what they had consented to is void', () => {
    fc.assert(
      fc.property(story, (told) => {
        live(told, ({ before, fresh }) => {
          if (before.left.length === 0) return;
          for (const { event } of fresh) {
            expect(['MemberJoined', 'ConversationListed', 'TranscriptExported', 'GuestProposed']).not.toContain(
              event.type,
            );
            if (event.type === 'SpaceDeleted') expect(event.by).toBeNull();
          }
        });
      }),
      { numRuns: 500 },
    );
  });
});
