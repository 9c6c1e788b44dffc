import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { LeaveLink } from '../features/leave/leave-link.tsx';
import { leaveQuickly } from '../features/leave/leave-quickly.ts';
import { useLeaveShortcut } from '../features/leave/leave-shortcut.ts';
import { useText } from '../i18n/text.ts';
import { preloadDialogs, Sheet } from '../ui/dialog.tsx';
import { FrameProvider } from '../ui/frame-actions.ts';
import { ErrorBoundary } from './error-boundary.tsx';

const loadHelp = () => import('../features/help/help-content.tsx');
const loadSettings = () => import('../features/settings/settings-content.tsx');
const HelpContent = lazy(() => loadHelp().then((module) => ({ default: module.HelpContent })));
const SettingsContent = lazy(() => loadSettings().then((module) => ({ default: module.SettingsContent })));

/** What lies around every screen: leaving quickly by link and by keys, Help and settings opened over the page. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useText();
  const [sheet, setSheet] = useState<'help' | 'settings' | null>(null);
  const close = () => setSheet(null);
  const actions = useMemo(
    () => ({ openHelp: () => setSheet('help'), openSettings: () => setSheet('settings'), leaveQuickly }),
    [],
  );
  useLeaveShortcut();
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
            <SettingsContent />
          </Suspense>
        </Sheet>
      </ErrorBoundary>
    </FrameProvider>
  );
}

/** Help must open without a connection too: what it needs is fetched once the page has come to rest. */
function useFetchedAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of [loadHelp, loadSettings, preloadDialogs]) load().catch(() => undefined);
    }, 1500);
    return () => clearTimeout(timer);
  }, []);
}
