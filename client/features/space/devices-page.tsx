import '../../i18n/en-guests.ts';
import { useText } from '../../i18n/text.ts';
import { useMe } from '../../space/me.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { Devices } from './devices.tsx';

/** One's devices and way back, for whoever has no room of their own to find them in: those who accompany couples. */
export function DevicesPage() {
  const t = useText();
  const me = useMe();
  useTitle(t('devices.title'));
  return (
    <Frame>
      {me?.member === null ? (
        <Page key="out" title={t('space.signedOut.title')}>
          <RefusalNotice refusal="signed-out" />
          <Actions>
            <ButtonLink href="/">{t('missing.start')}</ButtonLink>
          </Actions>
        </Page>
      ) : (
        <Page key="in" title={t('devices.page.title')} lead={t('devices.page.lead')}>
          <Devices />
        </Page>
      )}
    </Frame>
  );
}
