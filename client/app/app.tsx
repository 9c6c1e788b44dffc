import { LanguageProvider } from '../i18n/language-provider.tsx';
import { LiveRegions } from '../ui/live-regions.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Routes } from './routes.tsx';
import { Shell } from './shell.tsx';

export function App() {
  return (
    <LanguageProvider>
      <LiveRegions />
      <Shell>
        <ErrorBoundary>
          <Routes />
        </ErrorBoundary>
      </Shell>
    </LanguageProvider>
  );
}
