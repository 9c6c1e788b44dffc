import type { ConversationEvent } from '@turnward/shared/conversation/events.ts';
import { evolve } from '@turnward/shared/conversation/evolve.ts';
import { type ConversationState, initialState } from '@turnward/shared/conversation/state.ts';
import { streamName } from '@turnward/shared/kernel/stream.ts';
import { type FoldCache, foldCache } from '../events/folded.ts';
import type { EventStore } from '../ports/event-store.ts';

export type Conversations = FoldCache<ConversationState>;

/** The server folds what both partners see and each partner's own headers: it must know that both answered, not what. */
export const openConversations = (events: EventStore, now: () => number): Conversations =>
  foldCache<ConversationState, ConversationEvent>({
    events,
    streamsOf: (id) => [streamName('talk', id), streamName('own/a', id), streamName('own/b', id)],
    initial: initialState,
    evolve,
    now,
  });
