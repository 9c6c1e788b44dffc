import { LanguageProvider } from '../i18n/language-provider.tsx';
import { LiveRegions } from '../ui/live-regions.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Gate } from './gate.tsx';
import { Routes } from './routes.tsx';
import { SessionGate } from './session-gate.tsx';
import { Shell } from './shell.tsx';

export function App() {
  return (
    <LanguageProvider>
      <LiveRegions />
      <Shell>
        <ErrorBoundary>
          <SessionGate>
            <Gate>
              <Routes />
            </Gate>
          </SessionGate>
        </ErrorBoundary>
      </Shell>
    </LanguageProvider>
  );
}
