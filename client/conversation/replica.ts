import { useSyncExternalStore } from 'react';
import { spaceStore } from '../space/replica.ts';
import {
  type Conversation,
  type ConversationStore,
  type NoConversation,
  openConversationStore,
} from './conversation-store.ts';
import { giveBackLine, takeLine, unanswered } from './line.ts';

export type { Conversation, NoConversation } from './conversation-store.ts';

const stores = new Map<string, ConversationStore>();

const hidden = {
  now: () => document.visibilityState === 'hidden',
  watch(changed: () => void) {
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  },
};

function conversationStore(conversationId: string): ConversationStore {
  const parts = { take: takeLine, giveBack: giveBackLine, space: spaceStore, hidden };
  const store = stores.get(conversationId) ?? openConversationStore(conversationId, parts);
  if (stores.size === 0) addEventListener('beforeunload', warnOfUnsent);
  stores.set(conversationId, store);
  return store;
}

/** A conversation as this partner sees it; draws again when something happens in it. */
export function useConversation(conversationId: string): Conversation | NoConversation {
  const store = conversationStore(conversationId);
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

/** Asks before unsent words are lost with the page. Leaving quickly empties the page first, and is never asked (R5). */
function warnOfUnsent(event: BeforeUnloadEvent): void {
  const leftQuickly = !document.body.firstElementChild;
  if (!leftQuickly && (unanswered() > 0 || [...stores.values()].some((store) => store.unsent())))
    event.preventDefault();
}
