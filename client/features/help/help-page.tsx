import { useText } from '../../i18n/text.ts';
import { Frame } from '../../ui/frame.tsx';
import { NotNow } from '../../ui/not-now.tsx';
import { Page } from '../../ui/page.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { HelpContent } from './help-content.tsx';

/** Screen 21 as a page of its own: signed out too. */
export function HelpPage() {
  const t = useText();
  useTitle(t('help.title'));
  return (
    <Frame>
      <Page title={t('help.title')}>
        <HelpContent />
        <NotNow />
      </Page>
    </Frame>
  );
}
