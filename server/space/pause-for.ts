import { memberOf, openConversation } from '@turnward/shared/space/state.ts';
import type { RunCommand } from '../conversation/run-command.ts';
import type { EventStore } from '../ports/event-store.ts';
import { newId } from './run-space-command.ts';
import type { Spaces } from './spaces.ts';

/**
 * Pauses every live talk of a partner, as that partner: what others see is a pause like any other (R5). A guest who leaves
 * leaves: the talk is the couple's, and goes on or pauses as its guide says (FA9).
 */
export function pauseEverything(events: EventStore, spaces: Spaces, run: RunCommand) {
  return async (memberId: string): Promise<void> => {
    for (const spaceId of await events.spacesOf(memberId)) {
      const { state } = await spaces.load(spaceId);
      const open = openConversation(state);
      if (!open || memberOf(state, memberId)?.role !== 'partner') continue;
      const { conversationId } = open;
      await run({ memberId, conversationId, commandId: newId(), command: { type: 'Pause' } });
    }
  };
}
