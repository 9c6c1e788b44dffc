import type { ConversationEvent } from '@turnward/shared/conversation/events.ts';
import { evolve } from '@turnward/shared/conversation/evolve.ts';
import { type ConversationState, initialState } from '@turnward/shared/conversation/state.ts';
import { type StreamKind, streamName } from '@turnward/shared/kernel/stream.ts';
import { type FoldCache, foldCache } from '../events/folded.ts';
import type { EventStore } from '../ports/event-store.ts';

export type Conversations = FoldCache<ConversationState>;

const KINDS: readonly StreamKind[] = ['talk', 'own/a', 'own/b', 'aside/a', 'aside/b'];

/** The server folds the headers of every stream: it must know that both answered, or that help was asked; not what was said. */
export const openConversations = (events: EventStore, now: () => number): Conversations =>
  foldCache<ConversationState, ConversationEvent>({
    events,
    streamsOf: (id) => KINDS.map((kind) => streamName(kind, id)),
    initial: initialState,
    evolve,
    now,
  });
