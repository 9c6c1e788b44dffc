import type { Seat, StreamKind } from '../kernel/stream.ts';
import type { ConversationEvent, SpaceNotice } from './events.ts';
import { seqsIn } from './seq-ranges.ts';

/** What must be destroyed when these events are recorded: every word of the conversation, or single ones, by place. */
export type Destroyed = 'everything' | { words: { kind: StreamKind; seq: number }[] };

/** KP2. Words that are not kept are destroyed in the same step that records the decision, not some time later. */
export function destroyed(events: readonly (ConversationEvent | SpaceNotice)[]): Destroyed {
  const words: { kind: StreamKind; seq: number }[] = [];
  const add = (kind: StreamKind, seqs: readonly number[]) => {
    for (const seq of seqs) words.push({ kind, seq });
  };
  for (const event of events) {
    if (event.type === 'ConversationEnded' && !event.kept) return 'everything';
    if (event.type === 'KeepingSettled' && !event.kept) return 'everything';
    if (event.type === 'KeepingSettled') add('talk', event.omitted);
    if (event.type === 'AsideCleared') add(`aside/${event.seat}`, seqsIn(event.ranges ?? [])); // WH4; absent in records of an earlier shape
    if (event.type === 'RatingsShared') add(`aside/${event.seat}`, seqsIn(event.ranges ?? [])); // WH3
  }
  return { words };
}

/** KP2, DO12. Which documents go with these events: all of the conversation, or the drafts of these seats. */
export function documentsGone(events: readonly (ConversationEvent | SpaceNotice)[]): 'all' | Seat[] {
  const ended = events.some(({ type }) => type === 'ConversationEnded');
  if (ended || destroyed(events) === 'everything') return 'all';
  const spoke = events.flatMap((event) =>
    event.type === 'Contributed' || event.type === 'Answered' ? [event.seat] : [],
  );
  return [...new Set(spoke)];
}
