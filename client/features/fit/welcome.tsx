import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { doors } from '../../space/doors.ts';
import { useFit } from '../../space/fit.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { OnlyYou } from './only-you.tsx';

/** What will be asked, who sees it, what follows; nothing has to be answered. */
export function Welcome({ spaceId, onBegin }: { spaceId: string; onBegin: () => void }) {
  const t = useText();
  const answered = useFit(spaceId)?.answered ?? false;
  const [cleared, setCleared] = useState(false);
  const clear = useDoor(doors.clearFit, () => setCleared(true));
  const mine = answered && !cleared;
  return (
    <Page title={t('fit.title')} lead={t('fit.lead')}>
      <OnlyYou />
      <p>{t('fit.alone')}</p>
      <p>{t('fit.what')}</p>
      <p>{t('fit.kept')}</p>
      {cleared && (
        <Notice tone="ok" live>
          <p>{t('fit.cleared')}</p>
        </Notice>
      )}
      <RefusalNotice refusal={clear.refusal} />
      <Actions>
        <Button kind="primary" onClick={onBegin}>
          {t(mine ? 'fit.again' : 'fit.begin')}
        </Button>
        {mine && (
          <Button onClick={() => clear.ask(spaceId)} aria-disabled={clear.asking}>
            {t('fit.clear')}
          </Button>
        )}
        <ButtonLink href={`/space/${spaceId}`} kind="quiet">
          {t('fit.room')}
        </ButtonLink>
      </Actions>
    </Page>
  );
}
