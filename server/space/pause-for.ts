import { openConversation } from '@turnward/shared/space/state.ts';
import type { RunCommand } from '../conversation/run-command.ts';
import type { EventStore } from '../ports/event-store.ts';
import { newId } from './run-space-command.ts';
import type { Spaces } from './spaces.ts';

/** Pauses every live talk of a person, as that person: what others see is a pause like any other (R5). */
export function pauseEverything(events: EventStore, spaces: Spaces, run: RunCommand) {
  return async (memberId: string): Promise<void> => {
    for (const spaceId of await events.spacesOf(memberId)) {
      const open = openConversation((await spaces.load(spaceId)).state);
      if (!open) continue;
      const { conversationId } = open;
      await run({ memberId, conversationId, commandId: newId(), command: { type: 'Pause' } });
    }
  };
}
