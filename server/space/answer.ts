import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import type { Refusal } from '@turnward/shared/wire/protocol.ts';
import { newId, type RunSpaceCommand } from './run-space-command.ts';

/** What a door answers: a value, or why not. */
export type Answer<Value> = { value: Value } | { refusal: Refusal };
export const refused = (refusal: Refusal) => ({ refusal });

/** Asks the space, which decides; undefined where it agreed. */
export const asker =
  (run: RunSpaceCommand) =>
  async (spaceId: string, author: string, command: SpaceCommand): Promise<Refusal | undefined> => {
    const reply = await run({ spaceId, author, commandId: newId(), command });
    return reply.ok ? undefined : reply.refusal;
  };
