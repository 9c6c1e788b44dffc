import type { CommandEnvelope, CommandReply } from '@turnward/shared/wire/protocol.ts';
import type { Session } from '../session.ts';
import { newId, type RunSpaceCommand } from '../space/run-space-command.ts';
import type { RunCommand } from './run-command.ts';

/** Sends a command to the decider it is for. Who asks comes from the session, never from the message. */
export function envelopeRunner(run: RunCommand, runSpace: RunSpaceCommand) {
  return async ({ memberId }: Session, envelope: CommandEnvelope): Promise<CommandReply> => {
    const { commandId, id } = envelope;
    if (envelope.to === 'conversation') {
      return run({ memberId, conversationId: id, commandId, command: envelope.command });
    }
    const asked = { spaceId: id, author: memberId, commandId };
    const { command } = envelope;
    if (command.type !== 'OpenConversation') return runSpace({ ...asked, command: { ...command, by: memberId } });
    const { guideId, first } = command;
    return runSpace({
      ...asked,
      command: { type: 'ListConversation', conversationId: newId(), guideId, by: memberId },
      opens: { guideId, first },
    });
  };
}
