import type { TalkEvent } from '@turnward/shared/conversation/events.ts';
import type { Kind } from '@turnward/shared/guides/guide.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';

/** Something I said in this talk: `seq` is its place in `talk`, `text` each box that was filled, in order. */
export type OwnWords = { seq: number; stepId: string; kind: Kind; text: readonly string[] };

/** CLOSE 3. What its author may leave out: their contributions that have words. */
export function wordsOf(seat: Seat, talk: readonly Recorded<TalkEvent>[]): OwnWords[] {
  return talk.flatMap(({ seq, event, words }) => {
    if ((event.type !== 'Contributed' && event.type !== 'Revealed') || event.seat !== seat) return [];
    const text = Object.values(words?.text ?? {});
    return text.length > 0 ? [{ seq, stepId: event.stepId, kind: event.kind, text }] : [];
  });
}
