import type { Refusal, SentCommand } from '@turnward/shared/wire/protocol.ts';
import { useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';

/** A command behind a button: one at a time, with its refusal kept for the person to read. */
export function useCommand({ send }: Conversation) {
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const ask = async (command: SentCommand) => {
    if (asking) return;
    setAsking(true);
    setRefusal(undefined);
    const reply = await send(command);
    setAsking(false);
    if (!reply.ok) setRefusal(reply.refusal);
  };
  return { ask, asking, refusal };
}
