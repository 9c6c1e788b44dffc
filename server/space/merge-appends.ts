import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import type { Append, StreamAppend } from '../ports/event-store.ts';

/** Appends of one command as one: all of it is recorded, or none (ES2). What both say of a stream comes in their order. */
export function mergeAppends(first: Append, ...others: readonly Append[]): Append {
  const all = [first, ...others];
  const streams = new Map<StreamName, StreamAppend>();
  for (const part of all.flatMap((each) => each.streams)) {
    const known = streams.get(part.stream);
    streams.set(part.stream, known ? { ...part, ...known, events: [...known.events, ...part.events] } : part);
  }
  const gone = all.flatMap(({ destroy }) => (destroy ? [destroy] : []));
  const { destroy: _, ...command } = first;
  if (gone.length === 0) return { ...command, streams: [...streams.values()] };
  const destroy = {
    events: gone.flatMap(({ events = [] }) => events),
    authors: gone.flatMap(({ authors = [] }) => authors),
    streams: [...new Set(gone.flatMap(({ streams: whole = [] }) => whole))],
    documents: [...new Set(gone.flatMap(({ documents = [] }) => documents))],
  };
  return { ...command, streams: [...streams.values()], destroy };
}
