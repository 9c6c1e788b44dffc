import '../../i18n/en-account.ts';
import { useText } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { useTitle } from '../../ui/use-title.ts';

/** AC11. What was done, on a page that knows nobody any more. */
export function DeletedPage() {
  const t = useText();
  useTitle();
  return (
    <Frame>
      <Page title={t('deleted.title')} lead={t('deleted.lead')}>
        <p>{t('deleted.words')}</p>
        <Actions>
          <ButtonLink kind="primary" href="/">
            {t('missing.start')}
          </ButtonLink>
        </Actions>
      </Page>
    </Frame>
  );
}
