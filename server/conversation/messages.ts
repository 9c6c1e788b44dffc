import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import type { EventsMessage } from '@turnward/shared/wire/protocol.ts';
import type { AnyEvent } from '../ports/event-store.ts';
import type { Manner } from './connections.ts';

type Sent = EventsMessage['events'][number];

/** In which manner somebody is told, and whether they are a guest. */
export type Told = { as: Manner; guest: boolean };

/** What comes down the line: the stream once, its events without it; as `headers`, without their words too. */
export const messageOf = (
  { as, guest }: Told,
  stream: StreamName,
  events: readonly Recorded<AnyEvent>[],
  now: number,
): EventsMessage => ({ stream, events: events.map(as === 'headers' ? headerOf : guest ? guestsShare : whole), now });

const whole = ({ stream: _, ...rest }: Recorded<AnyEvent>): Sent => rest as Sent;

/** ME8. What one partner said to the other as a talk was put off stays in `space`, with the couple. */
function guestsShare(recorded: Recorded<AnyEvent>): Sent {
  const { words: _, ...rest } = whole(recorded);
  return recorded.event.type === 'ConversationClosed' ? rest : whole(recorded);
}

/** CA1. No word of anybody, and of numbers only those that their author shows to facilitators (WH3). */
function headerOf({ seq, at, event, words }: Recorded<AnyEvent>): Sent {
  const scales = event.type === 'RatingShown' ? words?.scales : undefined;
  return { seq, at, event, ...(scales && { words: { scales } }) } as Sent;
}
