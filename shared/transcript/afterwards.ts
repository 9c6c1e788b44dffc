import type { TalkEvent } from '../conversation/events.ts';
import { seqsIn } from '../conversation/seq-ranges.ts';
import type { Recorded } from '../kernel/event.ts';
import type { Seat } from '../kernel/stream.ts';

type Talk = readonly Recorded<TalkEvent>[];

/** Why words are gone: left out when the talk was kept, taken back later, or erased with all that their author said. `at` in ms. */
export type Gone = { why: 'withheld' | 'taken' | 'erased'; at: number };
/** ER3. What an author added later, in its place in `talk`. */
export type Note = {
  seq: number;
  at: number;
  seat: Seat;
  text: string | undefined;
  gone: Gone | undefined;
  folded: boolean;
};

/** KP3, ER2, ER7. What became of the destroyed words at this place; undefined where they went with the whole talk. */
export function goneIn(talk: Talk, seq: number): Gone | undefined {
  for (const { event, at } of talk) {
    const taken = event.type === 'WordsWithdrawn' || event.type === 'WordsTakenBack';
    if (taken && event.seq === seq) return { why: 'taken', at };
    if (event.type === 'SaidErased' && seqsIn(event.ranges).includes(seq)) return { why: 'erased', at };
  }
  const settled = talk.find(({ event }) => event.type === 'KeepingSettled');
  return settled && { why: 'withheld', at: settled.at };
}

/** ER1. What was said of it last holds. */
export function isFolded(talk: Talk, seq: number): boolean {
  const last = talk.findLast(({ event }) => event.type === 'WordsFolded' && event.seq === seq);
  return last?.event.type === 'WordsFolded' && last.event.folded;
}

export const notesTo = (talk: Talk, about: number): Note[] =>
  talk.flatMap(({ event, seq, at, words }) => {
    if (event.type !== 'NoteAdded' || event.about !== about) return [];
    const gone = words === null ? goneIn(talk, seq) : undefined;
    return [{ seq, at, seat: event.seat, text: words?.text?.['text'], gone, folded: isFolded(talk, seq) }];
  });
