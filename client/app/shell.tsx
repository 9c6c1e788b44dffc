import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { LeaveLink } from '../features/leave/leave-link.tsx';
import { leaveQuickly } from '../features/leave/leave-quickly.ts';
import { useLeaveShortcut } from '../features/leave/leave-shortcut.ts';
import { usePageLocked } from '../features/lock/app-lock.ts';
import { useText } from '../i18n/text.ts';
import { stepUp } from '../line/step-up.ts';
import { hush } from '../ui/announce.ts';
import { preloadDialogs, Sheet } from '../ui/dialog.tsx';
import { keepFocus } from '../ui/focus-back.ts';
import { FrameProvider } from '../ui/frame-actions.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { keepHelp } from './keep-help.ts';

const loadHelp = () => import('../features/help/help-content.tsx');
const fetchHostLines = () => import('../features/help/host-lines.ts').then((module) => module.fetchHostLines());
const watchSession = () => import('../features/account/session-watch.ts').then((module) => module.watchSession());
const loadEnded = () => import('../features/account/ended-page.tsx');
const loadLockSettings = () => import('../features/lock/lock-settings.tsx');
const loadLockScreen = () => import('../features/lock/lock-screen.tsx');
const loadSettings = () => import('../features/settings/settings-content.tsx');
const StepUpDialog = lazy(() =>
  import('../features/account/step-up-dialog.tsx').then((module) => ({ default: module.StepUpDialog })),
);
const HelpContent = lazy(() => loadHelp().then((module) => ({ default: module.HelpContent })));
const LockSettings = lazy(() => loadLockSettings().then((module) => ({ default: module.LockSettings })));
const SettingsContent = lazy(() => loadSettings().then((module) => ({ default: module.SettingsContent })));

/** What lies around every screen: leaving quickly by link and by keys, Help and settings opened over the page. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useText();
  const [sheet, setSheet] = useState<'help' | 'settings' | null>(null);
  const close = () => setSheet(null);
  const confirming = useSyncExternalStore(stepUp.subscribe, stepUp.wanted);
  const [path] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link in a sheet leads to another page, and the sheet ends with this one.
  useEffect(close, [path]);
  const actions = useMemo(
    () => ({ openHelp: () => setSheet('help'), openSettings: () => setSheet('settings'), leaveQuickly }),
    [],
  );
  const locked = usePageLocked();
  useEffect(() => {
    if (!locked) return;
    setSheet(null);
    stepUp.settle(false);
    hush();
  }, [locked]);
  useLeaveShortcut();
  useEffect(keepFocus, []);
  useFetchedAhead();
  return (
    <FrameProvider value={actions}>
      <LeaveLink />
      {children}
      <ErrorBoundary key={sheet}>
        <Sheet open={sheet === 'help'} onClose={close} title={t('help.title')}>
          <Suspense>
            <HelpContent />
          </Suspense>
        </Sheet>
        <Sheet open={sheet === 'settings'} onClose={close} title={t('settings.title')}>
          <Suspense>
            <SettingsContent>
              <LockSettings />
            </SettingsContent>
          </Suspense>
        </Sheet>
        <Suspense>{confirming && <StepUpDialog />}</Suspense>
      </ErrorBoundary>
    </FrameProvider>
  );
}

const FETCHED_AHEAD = [
  watchSession,
  loadEnded,
  loadHelp,
  fetchHostLines,
  loadSettings,
  loadLockSettings,
  loadLockScreen,
  preloadDialogs,
];

/** Help must open without a connection too: what it needs is fetched once the page has come to rest. */
function useFetchedAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of FETCHED_AHEAD) load().catch(() => undefined);
      keepHelp();
    }, 1500);
    return () => clearTimeout(timer);
  }, []);
}
