import type { Refusal } from '@turnward/shared/wire/protocol.ts';
import { useText } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Actions, Page } from '../../ui/page.tsx';

/** While it is being fetched, or why there is nothing to read here. */
export function NotToRead({ refusal }: { refusal: Refusal | undefined }) {
  const t = useText();
  if (!refusal) return <Page key="waiting" title={t('waiting.title')} />;
  return (
    <Page key="refused" title={t('kept.missing')} lead={t(`refusal.${refusal}`)}>
      <Actions>
        <ButtonLink kind="primary" href="/">
          {t('missing.start')}
        </ButtonLink>
      </Actions>
    </Page>
  );
}
