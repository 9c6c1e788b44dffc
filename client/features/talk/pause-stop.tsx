import { useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useWish } from './pause-wish.ts';

/** PA5. Either may stop for today at any time, asked once whether they mean it. */
export function PauseStop({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const { ask, busy, refusal } = useWish(conversation);
  const stop = () => {
    // The question goes first, so that the focus is back on the page before the page changes.
    setAsking(false);
    ask({ type: 'Stop' });
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t(busy ? 'pause.sending' : 'pause.stop')}</Button>
      <RefusalNotice refusal={refusal} />
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('pause.stop.title')}>
        <p>{t('pause.stop.lead')}</p>
        <Actions>
          <Button onClick={stop}>{t('pause.stop.confirm')}</Button>
          <Button kind="quiet" onClick={() => setAsking(false)}>
            {t('pause.stop.cancel')}
          </Button>
        </Actions>
      </Dialog>
    </>
  );
}
