import { useEffect } from 'react';
import { useKept } from './use-kept.ts';

/** How many of so many have come since they were last in sight. `of`: what they are, in this conversation. */
export function useUnread(conversationId: string, of: string, count: number, inSight: boolean): number {
  const [seen, keep] = useKept(conversationId, `seen ${of}`, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in sight is seen once, when it comes
  useEffect(() => {
    if (inSight && seen !== count) keep(() => count);
  }, [inSight, seen, count]);
  return inSight ? 0 : count - seen;
}
