import { momentIn } from '@turnward/shared/conversation/rights.ts';
import type { Refusal, SentCommand } from '@turnward/shared/wire/protocol.ts';
import { useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useSteadyPress } from '../../ui/steady-press.ts';

export type Answering = {
  /** Sends once at a time, not within a moment of a turn change (CL6), and not while the floor is held (FA6). */
  send: (command: SentCommand) => void;
  sending: boolean;
  refusal: Refusal | undefined;
};

/** The way from a button to the conversation, for one turn. */
export function useAnswer(conversation: Conversation): Answering {
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const { turn, proposal, approvals } = conversation.state;
  const held = momentIn(conversation.state) === 'held';
  const steady = useSteadyPress(`${turn?.turnId} ${proposal?.seq} ${approvals[conversation.seat]}`);
  const send = (command: SentCommand) =>
    steady(async () => {
      if (sending) return;
      if (held) return setRefusal('held');
      setSending(true);
      setRefusal(undefined);
      const reply = await conversation.send(command);
      setSending(false);
      if (!reply.ok) setRefusal(reply.refusal);
    });
  return { send, sending, refusal: refusal === 'held' && !held ? undefined : refusal };
}
