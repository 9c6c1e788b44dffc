import { useEffect, useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';

/** Whether the reading time of the present turn still runs (TU5). Draws again when it is over. */
export function useOpening({ state, now }: Pick<Conversation, 'state' | 'now'>): boolean {
  const opensAt = state.turn?.opensAt ?? 0;
  const [passed, setPassed] = useState(0);
  const opening = passed < opensAt && now() < opensAt;
  useEffect(() => {
    if (!opening) return;
    const timer = setTimeout(() => setPassed(opensAt), opensAt - now());
    return () => clearTimeout(timer);
  }, [opening, opensAt, now]);
  return opening;
}
