import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import type { Refusal } from '@turnward/shared/wire/protocol.ts';
import { useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useSteadyPress } from '../../ui/steady-press.ts';

export type Answering = {
  /** Sends once at a time, and not within a moment of a turn change (CL6). */
  send: (command: ConversationCommand) => void;
  sending: boolean;
  refusal: Refusal | undefined;
};

/** The way from a button to the conversation, for one turn. */
export function useAnswer(conversation: Conversation): Answering {
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const { turn, proposal, approvals } = conversation.state;
  const steady = useSteadyPress(`${turn?.turnId} ${proposal?.seq} ${approvals[conversation.seat]}`);
  const send = (command: ConversationCommand) =>
    steady(async () => {
      if (sending) return;
      setSending(true);
      setRefusal(undefined);
      const reply = await conversation.send(command);
      setSending(false);
      if (!reply.ok) setRefusal(reply.refusal);
    });
  return { send, sending, refusal };
}
