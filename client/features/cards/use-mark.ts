import type { Refusal } from '@turnward/shared/wire/protocol.ts';
import { useRef, useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';

export type Wish = { cardId: string; version: string; ready: boolean };

/**
 * What I say to one card. Whoever changes their mind while it is being sent is heard: the last word is sent once the one
 * before is answered. `wish`: what I chose and the server has not answered yet.
 */
export function useMark({ send }: Conversation) {
  const [wish, setWish] = useState<Wish>();
  const [refusal, setRefusal] = useState<Refusal>();
  const last = useRef<Wish>(undefined);
  const choose = async (chosen: Wish) => {
    const sending = last.current !== undefined;
    last.current = chosen;
    setWish(chosen);
    if (sending) return;
    setRefusal(undefined);
    for (let sent: Wish | undefined; sent !== last.current; ) {
      sent = last.current;
      const reply = await send({ type: 'MarkCard', ...sent });
      setRefusal(reply.ok ? undefined : reply.refusal);
    }
    last.current = undefined;
    setWish(undefined);
  };
  return { choose, wish, refusal };
}
