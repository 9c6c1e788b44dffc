import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import type { EventsMessage } from '@turnward/shared/wire/protocol.ts';
import type { AnyEvent } from '../ports/event-store.ts';
import type { Manner } from './connections.ts';

type Sent = EventsMessage['events'][number];

/** What comes down the line: the stream once, its events without it; as `headers`, without their words too. */
export const messageOf = (
  as: Manner,
  stream: StreamName,
  events: readonly Recorded<AnyEvent>[],
  now: number,
): EventsMessage => ({ stream, events: events.map(as === 'headers' ? headerOf : whole), now });

const whole = ({ stream: _, ...rest }: Recorded<AnyEvent>): Sent => rest as Sent;

/** CA1. No word of anybody, and of numbers only those that their author shows to facilitators (WH3). */
function headerOf({ seq, at, event, words }: Recorded<AnyEvent>): Sent {
  const scales = event.type === 'RatingShown' ? words?.scales : undefined;
  return { seq, at, event, ...(scales && { words: { scales } }) } as Sent;
}
