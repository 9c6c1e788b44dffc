import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import type { CommandEnvelope, CommandReply } from '@turnward/shared/wire/protocol.ts';
import { FRESH_ACTS } from '../accounts/fresh-acts.ts';
import type { Session } from '../session.ts';
import { newId, type RunSpaceCommand } from '../space/run-space-command.ts';
import type { RunCommand } from './run-command.ts';

/** Sends a command to the decider it is for. Who asks comes from the session, never from the message. */
export function envelopeRunner(
  run: RunCommand,
  runSpace: RunSpaceCommand,
  lacksFactor: (asked: Pick<CommandEnvelope, 'to' | 'id'>, session: Session) => Promise<boolean>,
  stepUpNeeded: (session: Session) => Promise<boolean>,
) {
  return async (session: Session, envelope: CommandEnvelope): Promise<CommandReply> => {
    const { memberId } = session;
    const { commandId, id } = envelope;
    if (await lacksFactor(envelope, session)) return { ok: false, refusal: 'needs-a-factor' }; // AC9
    const confirmed = !FRESH_ACTS.has(envelope.command.type) || !(await stepUpNeeded(session));
    if (!confirmed) return { ok: false, refusal: 'sign-in-again' }; // AC10
    if (envelope.to === 'conversation') {
      return run({ memberId, conversationId: id, commandId, command: envelope.command });
    }
    const { command } = envelope;
    const opens = command.type === 'OpenConversation' ? { guideId: command.guideId, first: command.first } : undefined;
    const asked: SpaceCommand =
      command.type === 'OpenConversation'
        ? { type: 'ListConversation', conversationId: newId(), guideId: command.guideId, by: memberId }
        : { ...command, by: memberId };
    const reply = await runSpace({ spaceId: id, author: memberId, commandId, command: asked, ...(opens && { opens }) });
    // Whoever is no member learns nothing of a space, not even that it exists (PR6).
    return !reply.ok && reply.refusal === 'not-a-member' ? { ok: false, refusal: 'not-found' } : reply;
  };
}
