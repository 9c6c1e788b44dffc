import type { Seat, StreamKind } from '../kernel/stream.ts';
import type { ConversationEvent, SpaceNotice } from './events.ts';
import { seqsIn } from './seq-ranges.ts';

/** What must be destroyed when these events are recorded: every word of the conversation; or single ones by place, and whole streams. */
export type Destroyed = 'everything' | { words: { kind: StreamKind; seq: number }[]; streams: StreamKind[] };

/** KP2. Words that are not kept are destroyed in the same step that records the decision, not some time later. */
export function destroyed(events: readonly (ConversationEvent | SpaceNotice)[]): Destroyed {
  const words: { kind: StreamKind; seq: number }[] = [];
  const streams: StreamKind[] = [];
  const add = (kind: StreamKind, seqs: readonly number[]) => {
    for (const seq of seqs) words.push({ kind, seq });
  };
  for (const event of events) {
    if (event.type === 'ConversationEnded' && !event.kept) return 'everything';
    if (event.type === 'KeepingSettled' && !event.kept) return 'everything';
    if (event.type === 'KeepingSettled') add('talk', event.omitted);
    if (event.type === 'TalkExpired') return 'everything'; // ER5
    if (event.type === 'WordsWithdrawn') add('talk', [event.seq]); // ER2
    if (event.type === 'WordsTakenBack') add('talk', [event.seq]); // PK3
    if (event.type === 'FirstWordsWithdrawn') add(`own/${event.seat}`, [event.seq]);
    if (event.type === 'SaidErased') add('talk', seqsIn(event.ranges)); // ER7
    if (event.type === 'OwnErased') streams.push(`own/${event.seat}`);
    if (event.type === 'AsideErased') streams.push(`aside/${event.seat}`);
    if (event.type === 'AsideCleared') add(`aside/${event.seat}`, seqsIn(event.ranges ?? [])); // WH4; absent in records of an earlier shape
    if (event.type === 'RatingsShared') add(`aside/${event.seat}`, seqsIn(event.ranges ?? [])); // WH3
  }
  return { words, streams };
}

/** KP2, DO12, ER7. Which documents go with these events: all of the conversation, or the drafts of these seats and what both wrote together. */
export function documentsGone(
  events: readonly (ConversationEvent | SpaceNotice)[],
): 'all' | { drafts: Seat[]; story: boolean } {
  const ended = events.some(({ type }) => type === 'ConversationEnded');
  if (ended || destroyed(events) === 'everything') return 'all';
  const spoke = events.flatMap((event) =>
    event.type === 'Contributed' || event.type === 'Answered' || event.type === 'OwnErased' ? [event.seat] : [],
  );
  return { drafts: [...new Set(spoke)], story: events.some(({ type }) => type === 'OwnErased') };
}
