import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import type { EventsMessage } from '@turnward/shared/wire/protocol.ts';
import type { AnyEvent, EventStore } from '../ports/event-store.ts';
import type { Manner } from './connections.ts';
import { messageOf, type Told } from './messages.ts';

/** Events in one message: a page of long contributions stays well below what a slow reader may queue. */
export const PAGE = 100;

/** Who is being brought up to date. */
export type Reader = {
  /** Asked right before each page: nothing more reaches whoever was sent away meanwhile (ME2). */
  follows: () => boolean;
  send: (message: EventsMessage) => void;
  readyForMore: () => Promise<boolean>;
};

/** Reads what follows `after` and sends it a page at a time, as fast as the reader takes it. Returns the head that was reached. */
export async function catchUp(
  events: EventStore,
  { stream, after, ...told }: Told & { stream: StreamName; after: number },
  now: () => number,
  { follows, send, readyForMore }: Reader,
): Promise<number> {
  let head = after;
  for await (const page of pagesOf(events, told.as, stream, after)) {
    if (head > after && !(await readyForMore())) return head;
    if (!follows()) return head;
    send(messageOf(told, stream, page, now()));
    head = page.at(-1)?.seq ?? head;
  }
  return head;
}

/** CA1. For whoever reads headers no word is unsealed but the numbers that were shown to them. */
async function* pagesOf(
  events: EventStore,
  as: Manner,
  stream: StreamName,
  after: number,
): AsyncGenerator<Recorded<AnyEvent>[]> {
  if (as === 'headers') {
    const all = await events.headers(stream, after);
    for (let at = 0; at < all.length; at += PAGE) yield await withRatings(events, all.slice(at, at + PAGE));
    return;
  }
  for (let head = after; ; ) {
    const page = await events.read(stream, head, PAGE);
    const last = page.at(-1);
    if (!last) return;
    yield page;
    if (page.length < PAGE) return;
    head = last.seq;
  }
}

async function withRatings(events: EventStore, page: readonly Recorded<AnyEvent>[]): Promise<Recorded<AnyEvent>[]> {
  const whole: Recorded<AnyEvent>[] = [];
  for (const header of page) {
    const shown = header.event.type === 'RatingShown';
    const [rating] = shown ? await events.read(header.stream, header.seq - 1, 1) : [];
    whole.push(rating ?? header);
  }
  return whole;
}
