import { useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import { theTwo } from '../../space/the-two.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Actions, Page } from '../../ui/page.tsx';

/** CO4. The other would like kept talks to be read together: what to do, and no blame. */
export function ReadTogether({ space }: { space: Space }) {
  const t = useText();
  const name = theTwo(space)?.otherName ?? '';
  return (
    <Page key="together" title={t('together.title')} lead={t('together.lead', { name })}>
      <p>{t('together.how', { name })}</p>
      <Actions>
        <Button kind="primary" onClick={() => location.reload()}>
          {t('together.again')}
        </Button>
        <ButtonLink href={`/kept/${space.state.spaceId}`}>{t('kept.list')}</ButtonLink>
      </Actions>
    </Page>
  );
}
