import { useSyncExternalStore } from 'react';
import { spaceStore } from '../space/replica.ts';
import { type ConversationStore, openConversationStore } from './conversation-store.ts';
import { giveBackLine, takeLine, unanswered } from './line.ts';
import { openPlace } from './place.ts';
import type { Conversation, GuestRoom, NoConversation } from './room.ts';

export type { Conversation, GuestRoom, NoConversation } from './room.ts';

const stores = new Map<string, ConversationStore>();

const lines = { take: takeLine, giveBack: giveBackLine, space: spaceStore };
const hidden = {
  now: () => document.visibilityState === 'hidden',
  watch(changed: () => void) {
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  },
};

const place = openPlace({ ...lines, hidden: hidden.now });

function conversationStore(conversationId: string): ConversationStore {
  const store = stores.get(conversationId) ?? openConversationStore(conversationId, { ...lines, hidden, place });
  if (stores.size === 0) addEventListener('beforeunload', warnOfUnsent);
  stores.set(conversationId, store);
  return store;
}

/** A conversation as this partner sees it; draws again when something happens in it. */
export function useConversation(conversationId: string): Conversation | NoConversation {
  const store = conversationStore(conversationId);
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

/** A conversation as this guest sees it: a facilitator or an observer. */
export function useGuestRoom(conversationId: string): GuestRoom | NoConversation {
  const store = conversationStore(conversationId);
  return useSyncExternalStore(store.subscribe, store.guestSnapshot);
}

/** Asks before unsent words are lost with the page. Leaving quickly empties the page first, and is never asked (R5). */
function warnOfUnsent(event: BeforeUnloadEvent): void {
  const leftQuickly = !document.body.firstElementChild;
  if (!leftQuickly && (unanswered() > 0 || [...stores.values()].some((store) => store.unsent())))
    event.preventDefault();
}
