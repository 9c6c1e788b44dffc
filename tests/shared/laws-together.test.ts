import type { ConversationEvent } from '@turnward/shared/conversation/events.ts';
import { isRefused } from '@turnward/shared/kernel/decider.ts';
import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { edit } from '../kit/spec-edits.ts';
import type { Log } from '../kit/spec-log.ts';
import { anyTalk } from '../kit/spec-plainly.ts';
import type { Entry } from '../kit/spec-store.ts';
import { commandOf, grant, wishes } from '../kit/spec-wishes.ts';
import { cardVersion, versionOf } from '../kit/wordings.ts';

/** Time enough on a slow machine. */
vi.setConfig({ testTimeout: 60_000 });
const RUNS = { numRuns: 2000 };
const hasCards = (log: Log) => log.guide.cards !== undefined && log.state.phase !== 'ended';

/** Talks in which what is asked for may happen often enough to mean something. */
const played = (where: (log: Log) => boolean, check: (log: Log) => void) =>
  fc.assert(
    fc.property(anyTalk(where), wishes, (log, wished) => {
      for (const wish of wished) grant(log, wish);
      check(log);
    }),
    RUNS,
  );

const isOf =
  <Type extends ConversationEvent['type']>(type: Type) =>
  (entry: Entry): entry is Entry & { event: Extract<ConversationEvent, { type: Type }> } =>
    entry.event.type === type;

/** What each had marked at a moment of the log, read from the log itself: the last mark of each card. */
function marksBefore(log: Log, at: Entry): Record<Seat, Map<string, string>> {
  const marks: Record<Seat, Map<string, string>> = { a: new Map(), b: new Map() };
  for (const entry of log.entries) {
    if (entry.stream === at.stream && entry.seq === at.seq) break;
    if (!isOf('CardMarked')(entry)) continue;
    const { seat, cardId, version, ready } = entry.event;
    if (ready) marks[seat].set(cardId, version);
    else marks[seat].delete(cardId);
  }
  return marks;
}

const withOverlap = (log: Log) => hasCards(log) && log.state.overlap !== null;

it('DK3 law: what is shown to both holds only what both had marked ready, in that wording', () => {
  let shown = 0;
  played(hasCards, (log) => {
    for (const entry of log.entries.filter(isOf('OverlapShown'))) {
      const marks = marksBefore(log, entry);
      for (const { cardId, version } of entry.event.cards) {
        shown++;
        for (const seat of SEATS) expect(marks[seat].get(cardId)).toBe(version);
      }
    }
  });
  expect(shown).toBeGreaterThan(RUNS.numRuns);
});

it('DK4 law: a card is asked only in the wording that both had marked ready, and dealt once', () => {
  let asked = 0;
  played(withOverlap, (log) => {
    const dealt = new Map<string, string | undefined>();
    for (const entry of log.entries.filter(isOf('TurnStarted'))) {
      const { cardId } = entry.event;
      if (cardId === undefined) continue;
      asked++;
      const words = entry.words?.text?.['prompt'];
      if (entry.words === null) continue;
      if (dealt.has(cardId)) {
        // "There is more" and the second round ask the same again, and nothing else in between.
        expect([[...dealt.keys()].at(-1), words]).toEqual([cardId, dealt.get(cardId)]);
        continue;
      }
      dealt.set(cardId, words);
      for (const marks of [marksOfLastLook(log, entry), marksBefore(log, entry)]) {
        for (const seat of SEATS) expect(marks[seat].get(cardId)).toBe(cardVersion(cardId, words ?? null));
      }
    }
  });
  expect(asked).toBeGreaterThan(RUNS.numRuns);
});

/** Marks as they were when both last said that they were done: what is asked follows from that look. */
function marksOfLastLook(log: Log, started: Entry): Record<Seat, Map<string, string>> {
  const look = log.entries.filter(isOf('OverlapShown')).findLast(({ seq }) => seq < started.seq);
  if (!look) throw new Error('A card was asked before both had looked.');
  return marksBefore(log, look);
}

it('DK2 law: a mark is read by its author alone, and no wording of a card is written with it', () => {
  played(hasCards, (log) => {
    for (const entry of log.entries.filter(isOf('CardMarked'))) {
      expect([entry.stream, entry.words]).toEqual([`own/${entry.event.seat}:c1`, undefined]);
    }
  });
});

it('DK2 law: whatever one of them marks beside what both were shown, the other’s streams are the same', () => {
  let differed = 0;
  fc.assert(
    fc.property(anyTalk(hasCards), wishes, fc.nat(9999), (log, wished, secret) => {
      const other = log.copy();
      for (const wish of wished) {
        for (const each of [log, other]) {
          each.after(wish.waitMs);
          edit(each, wish);
        }
        const [who, command] = commandOf(log, wish);
        const [, same] = commandOf(other, wish);
        // What both are ready for is shown once both are done: here `a` never is.
        if (who === 'a' && command.type === 'FinishMarking') continue;
        const isShown = (cardId: string) => log.state.overlap?.some((shown) => shown.cardId === cardId);
        if (who === 'a' && command.type === 'MarkCard' && !isShown(command.cardId)) {
          differed++;
          log.ask('a', command);
          other.ask('a', { ...command, ready: !command.ready });
          const added = other.documents.card(`own-${secret % 4}`);
          if (secret % 2 && !isShown(added.cardId)) other.ask('a', { ...command, ...added, ready: true });
        } else {
          expect(isRefused(other.ask(who, same, wish.here))).toBe(isRefused(log.ask(who, command, wish.here)));
        }
      }
      expect(other.readBy('b')).toEqual(log.readBy('b'));
      expect(other.read('space')).toEqual(log.read('space'));
      expect(other.seenBy('b')).toEqual(log.seenBy('b'));
    }),
    RUNS,
  );
  expect(differed).toBeGreaterThan(RUNS.numRuns / 4);
});

const atStory = (log: Log) => log.state.phase === 'live' && log.step.kind === 'story';

/** Who stands by which wording at this turn after these events, read from the log itself. */
function standingBy(talk: readonly Entry[], turnId: string): Partial<Record<Seat, string>> {
  let standing: Partial<Record<Seat, string>> = {};
  for (const { event } of talk) {
    if (!('turnId' in event) || event.turnId !== turnId) continue;
    if (event.type === 'VersionApproved') standing = { ...standing, [event.seat]: event.version };
    if (event.type === 'ApprovalsTakenBack') standing = {};
    if (event.type === 'Contributed') delete standing[event.seat];
  }
  return standing;
}

it('TU10 law: what was agreed was approved by both at that turn, and neither took it back', () => {
  let agreed = 0;
  played(atStory, (log) => {
    const talk = log.read('talk');
    for (const entry of talk.filter(isOf('Agreed'))) {
      agreed++;
      const { turnId, version } = entry.event;
      expect(standingBy(talk.slice(0, entry.seq - 1), turnId)).toEqual({ a: version, b: version });
      if (entry.words) expect(versionOf(entry.words.text?.['text'] ?? '')).toBe(version);
    }
  });
  expect(agreed).toBeGreaterThan(RUNS.numRuns / 2);
});

it('TU12 law: no words of one of them alone are recorded at a step whose words both write', () => {
  played(atStory, (log) => {
    const alone = log.read('talk').filter(isOf('Contributed'));
    expect(alone.filter(({ event }) => event.kind === 'story' && !event.passed)).toEqual([]);
  });
});
