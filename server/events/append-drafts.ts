import { type Destroyed, destroyed, documentsGone } from '@turnward/shared/conversation/destroyed.ts';
import type { ConversationEvent, SpaceNotice } from '@turnward/shared/conversation/events.ts';
import { documentName, documentsOf } from '@turnward/shared/documents/names.ts';
import type { Drafted } from '@turnward/shared/kernel/event.ts';
import { type StreamKind, type StreamName, streamName } from '@turnward/shared/kernel/stream.ts';
import type { AnyEvent, Append, NewEvent, StreamAppend } from '../ports/event-store.ts';

type Command = Pick<Append, 'spaceId' | 'author' | 'commandId' | 'at'> & { conversationId?: string };

/**
 * What a decider drafted, as one append. `heads` are the heads that the decision was made on: every one of them is a
 * condition, also of streams that get no event, so that two decisions on the same state can't both be recorded (ES2).
 */
export function appendDrafts(
  { spaceId, author, commandId, at, conversationId }: Command,
  drafts: readonly Drafted<AnyEvent>[],
  heads: ReadonlyMap<StreamName, number>,
): Append {
  const nameOf = (kind: StreamKind): StreamName =>
    streamName(kind, kind === 'space' ? spaceId : (conversationId ?? spaceId));

  const streams = new Map<StreamName, StreamAppend>();
  for (const [stream, expectedHead] of heads) streams.set(stream, { stream, expectedHead, events: [] });
  for (const { to, event, words } of drafts) {
    const stream = nameOf(to);
    const into = streams.get(stream) ?? { stream, events: [] };
    into.events.push(newEvent(event, words, nameOf));
    streams.set(stream, into);
  }

  const gone = conversationId === undefined ? undefined : whatGoes(drafts, conversationId);
  return { spaceId, author, commandId, at, streams: [...streams.values()], ...(gone && { destroy: gone }) };
}

function newEvent(
  event: AnyEvent,
  words: Drafted<AnyEvent>['words'],
  nameOf: (kind: StreamKind) => StreamName,
): NewEvent {
  if (!words) return { event };
  if ('copyOf' in words) return { event, copyOf: { stream: nameOf(words.copyOf.kind), seq: words.copyOf.seq } };
  return { event, words };
}

const KINDS_WITH_WORDS: readonly StreamKind[] = ['talk', 'own/a', 'own/b', 'aside/a', 'aside/b'];

function whatGoes(drafts: readonly Drafted<AnyEvent>[], conversationId: string): Append['destroy'] {
  const events = drafts.map(({ event }) => event as ConversationEvent | SpaceNotice);
  const words = wordsThatGo(destroyed(events), conversationId);
  const which = documentsGone(events);
  const documents =
    which === 'all'
      ? documentsOf(conversationId)
      : [
          ...which.drafts.map((seat) => documentName({ kind: 'draft', conversationId, seat })),
          ...(which.story ? [documentName({ kind: 'story', conversationId })] : []),
        ];
  return words || documents.length > 0 ? { ...words, ...(documents.length > 0 && { documents }) } : undefined;
}

function wordsThatGo(what: Destroyed, conversationId: string): Append['destroy'] {
  if (what === 'everything') return { streams: KINDS_WITH_WORDS.map((kind) => streamName(kind, conversationId)) };
  const events = what.words.map(({ kind, seq }) => ({ stream: streamName(kind, conversationId), seq }));
  const streams = what.streams.map((kind) => streamName(kind, conversationId));
  if (events.length + streams.length === 0) return undefined;
  return { ...(events.length > 0 && { events }), ...(streams.length > 0 && { streams }) };
}
