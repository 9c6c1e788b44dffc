import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useLocation } from 'wouter';
import { markEntry } from '../features/leave/coming-back.ts';
import { LeaveUnfinished } from '../features/leave/leave-unfinished.tsx';
import { useUnfinishedLeaving } from '../features/leave/unfinished.ts';
import { openPage, useAppLock, usePageLocked } from '../features/lock/app-lock.ts';
import { loadAnew } from './load-anew.ts';
import { Waiting } from './waiting.tsx';

const LockScreen = lazy(async () => ({
  default: await import('../features/lock/lock-screen.tsx').then((m) => m.LockScreen).catch(loadAnew),
}));

/** Pages that show nothing of anybody: they stand open always, without a connection too. */
const OPEN_TO_ALL: ReadonlySet<string> = new Set(['/help', '/leaving', '/who-reads']);

/** What must hold before a page may show anything of a person: no leaving is unfinished (LQ3), and it is not locked (LK2). */
export function Gate({ children }: { children: ReactNode }) {
  const [path] = useLocation();
  const unfinished = useUnfinishedLeaving();
  const { opening } = useAppLock();
  const locked = usePageLocked();
  const open = OPEN_TO_ALL.has(path);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each entry of the history is marked once.
  useEffect(markEntry, [path]);
  useEffect(() => {
    if (!open && !unfinished) void openPage();
  }, [open, unfinished]);
  if (open) return children;
  if (unfinished) return <LeaveUnfinished />;
  if (locked) {
    return (
      <Suspense fallback={<Waiting />}>
        <LockScreen />
      </Suspense>
    );
  }
  return opening ? <Waiting /> : children;
}
