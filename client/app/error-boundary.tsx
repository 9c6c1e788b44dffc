import { Component, type ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { Button } from '../ui/button.tsx';
import { Actions, Page } from '../ui/page.tsx';

/**
 * Catches a defect in drawing. What was saved is on the server and what is unsent is held outside the drawing, so trying
 * again brings both back.
 */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Broken onRetry={() => this.setState({ failed: false })} /> : this.props.children;
  }
}

function Broken({ onRetry }: { onRetry: () => void }) {
  const t = useText();
  return (
    <main>
      <Page title={t('broken.title')} lead={t('broken.lead')}>
        <Actions>
          <Button kind="primary" onClick={onRetry}>
            {t('broken.retry')}
          </Button>
          <Button kind="quiet" onClick={() => location.reload()}>
            {t('broken.reload')}
          </Button>
        </Actions>
        <p>
          <a href="/help">{t('frame.help')}</a>
        </p>
      </Page>
    </main>
  );
}
