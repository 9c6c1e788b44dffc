import { destroyed } from '@turnward/shared/conversation/destroyed.ts';
import type { ConversationEvent } from '@turnward/shared/conversation/events.ts';
import { streamName } from '@turnward/shared/kernel/stream.ts';
import type { AnyRecorded } from './stream-log.ts';

/** CL4. Which held events lose their words by this one; undefined where none does. */
export function goneWith(
  event: ConversationEvent,
  conversationId: string,
): ((held: AnyRecorded) => boolean) | undefined {
  const gone = destroyed([event]);
  if (gone === 'everything') return () => true;
  if (gone.words.length + gone.streams.length === 0) return undefined;
  const places = new Set(gone.words.map(({ kind, seq }) => `${streamName(kind, conversationId)}/${seq}`));
  const whole = new Set<string>(gone.streams.map((kind) => streamName(kind, conversationId)));
  return ({ stream, seq }) => whole.has(stream) || places.has(`${stream}/${seq}`);
}
