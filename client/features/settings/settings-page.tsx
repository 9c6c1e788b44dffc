import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { Frame } from '../../ui/frame.tsx';
import { Page } from '../../ui/page.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { SettingsContent } from './settings-content.tsx';

export function SettingsPage({ children }: { children: ReactNode }) {
  const t = useText();
  useTitle(t('settings.title'));
  return (
    <Frame>
      <Page title={t('settings.title')}>
        <SettingsContent>{children}</SettingsContent>
      </Page>
    </Frame>
  );
}
