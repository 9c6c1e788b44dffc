import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import type { EventsMessage } from '@turnward/shared/wire/protocol.ts';
import type { EventStore } from '../ports/event-store.ts';
import { eventsMessage } from './publish.ts';

/** Events in one message: a page of long contributions stays well below what a slow reader may queue. */
const PAGE = 100;

/** Reads what follows `after` and sends it a page at a time, as fast as the reader takes it. Returns the head that was reached. */
export async function catchUp(
  events: EventStore,
  stream: StreamName,
  after: number,
  now: () => number,
  send: (message: EventsMessage) => void,
  readyForMore: () => Promise<boolean>,
): Promise<number> {
  let head = after;
  for (;;) {
    const page = await events.read(stream, head, PAGE);
    const last = page.at(-1);
    if (!last) return head;
    send(eventsMessage(stream, page, now()));
    head = last.seq;
    if (page.length < PAGE || !(await readyForMore())) return head;
  }
}
