import { type ReactNode, useEffect } from 'react';
import { useLocation } from 'wouter';
import { markEntry } from '../features/leave/coming-back.ts';
import { LeaveUnfinished } from '../features/leave/leave-unfinished.tsx';
import { useUnfinishedLeaving } from '../features/leave/unfinished.ts';

/** Pages that show nothing of anybody: they stand open always, without a connection too. */
const OPEN_TO_ALL: ReadonlySet<string> = new Set(['/help', '/leaving']);

/** What must hold before a page may show anything of a person. */
export function Gate({ children }: { children: ReactNode }) {
  const [path] = useLocation();
  const unfinished = useUnfinishedLeaving();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each entry of the history is marked once.
  useEffect(markEntry, [path]);
  if (OPEN_TO_ALL.has(path)) return children;
  return unfinished ? <LeaveUnfinished /> : children;
}
