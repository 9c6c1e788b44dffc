import type { ListedConversation } from '@turnward/shared/space/state.ts';

/** The talks that both kept, the latest first. */
export const keptTalks = (conversations: readonly ListedConversation[]): ListedConversation[] =>
  conversations.filter(({ closed }) => closed?.kept).toSorted((one, other) => other.openedAt - one.openedAt);
