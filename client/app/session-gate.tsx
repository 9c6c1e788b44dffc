import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { sessionEnd } from '../line/session-end.ts';
import { loadAnew } from './load-anew.ts';
import { Waiting } from './waiting.tsx';

const EndedPage = lazy(async () => ({
  default: await import('../features/account/ended-page.tsx').then((m) => m.EndedPage).catch(loadAnew),
}));

/** Pages that show nothing of anybody. */
const FOR_ALL = ['/sign-in', '/mail', '/help', '/leaving', '/who-reads', '/settings', '/join', '/device', '/code'];

/** Row 22. Once the session has ended nothing of it stays on the screen, wherever in the app that is noticed. */
export function SessionGate({ children }: { children: ReactNode }) {
  const ended = useSyncExternalStore(sessionEnd.subscribe, sessionEnd.now);
  const [path] = useLocation();
  if (!ended || FOR_ALL.includes(path)) return children;
  return (
    <Suspense fallback={<Waiting />}>
      <EndedPage />
    </Suspense>
  );
}
