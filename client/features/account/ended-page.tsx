import '../../i18n/en-account.ts';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { watchPage } from '../../line/wakings.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { comeBackTo, lookWhetherBack } from './session-watch.ts';

/** In the place of everything that was on the screen, once the session has ended: calm, and with the way back in (row 22). */
export function EndedPage() {
  const t = useText();
  const [path, navigate] = useLocation();
  useTitle();
  useEffect(() => {
    announce(`${t('ended.title')}. ${t('ended.lead')}`, 'assertive');
    void lookWhetherBack();
    return watchPage(() => void lookWhetherBack());
  }, [t]);
  const signIn = () => {
    comeBackTo(path);
    navigate('/sign-in');
  };
  return (
    <Frame>
      <Page title={t('ended.title')} lead={t('ended.lead')}>
        <p>{t('ended.why')}</p>
        <Actions>
          <Button kind="primary" onClick={signIn}>
            {t('ended.signIn')}
          </Button>
          {/* A page of its own, so that nothing stays in this one’s memory. */}
          <Button kind="quiet" onClick={() => location.assign('/')}>
            {t('missing.start')}
          </Button>
        </Actions>
        <p>{t('ended.devices')}</p>
      </Page>
    </Frame>
  );
}
