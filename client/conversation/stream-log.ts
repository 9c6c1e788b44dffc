import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import type { EventsMessage } from '@turnward/shared/wire/protocol.ts';

export type AnyRecorded = Recorded<EventsMessage['events'][number]['event']>;

/** The events held of each stream, each list from seq 1 without a gap. */
export type StreamLog = ReadonlyMap<StreamName, readonly AnyRecorded[]>;

export const headOf = (log: StreamLog, stream: StreamName): number => log.get(stream)?.at(-1)?.seq ?? 0;

/**
 * CL1. Takes in a message: what is known already is dropped; where something is missing before it nothing is taken and `gap`
 * says so. `fresh` are the events that were taken, in order.
 */
export function take(log: StreamLog, message: EventsMessage): { log: StreamLog; fresh: AnyRecorded[]; gap: boolean } {
  const { stream } = message;
  let head = headOf(log, stream);
  const fresh: AnyRecorded[] = [];
  for (const event of message.events) {
    if (event.seq <= head) continue;
    if (event.seq > head + 1) break;
    fresh.push({ ...event, stream } as AnyRecorded);
    head = event.seq;
  }
  const gap = (message.events.at(-1)?.seq ?? 0) > head;
  if (fresh.length === 0) return { log, fresh, gap };
  return { log: new Map(log).set(stream, [...(log.get(stream) ?? []), ...fresh]), fresh, gap };
}
