import type { Refusal, SentCommand } from '@turnward/shared/wire/protocol.ts';
import { useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';

export type Wish = {
  /** Asks once at a time; a second press while the first is on its way does nothing. */
  ask: (command: SentCommand) => void;
  busy: boolean;
  /** Why the last one was not possible. */
  refusal: Refusal | undefined;
};

/** One thing asked of the conversation, with what came of it. `onGranted`: what follows once it was recorded. */
export function useWish({ send }: Pick<Conversation, 'send'>, onGranted?: () => void): Wish {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const ask = async (command: SentCommand) => {
    if (busy) return;
    setBusy(true);
    setRefusal(undefined);
    const reply = await send(command);
    setBusy(false);
    if (reply.ok) onGranted?.();
    else setRefusal(reply.refusal);
  };
  return { ask, busy, refusal };
}
