import { useText } from '../i18n/text.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Frame } from '../ui/frame.tsx';
import { Actions, Page } from '../ui/page.tsx';
import { useTitle } from '../ui/use-title.ts';

export function NotFoundPage() {
  const t = useText();
  useTitle();
  return (
    <Frame>
      <Page title={t('missing.title')} lead={t('missing.lead')}>
        <Actions>
          <ButtonLink kind="primary" href="/">
            {t('missing.start')}
          </ButtonLink>
        </Actions>
      </Page>
    </Frame>
  );
}
