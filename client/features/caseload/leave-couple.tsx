import { useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { refreshGuestRooms } from '../../space/guest-rooms.ts';
import type { Space } from '../../space/replica.ts';
import { useSend } from '../../space/use-send.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './couple.module.css';

type LeaveCoupleProps = { space: Space; memberId: string; names: string };

/** Ending one's own membership, after one question. Notes stay one's own (NO2). */
export function LeaveCouple({ space, memberId, names }: LeaveCoupleProps) {
  const t = useText();
  const [, navigate] = useLocation();
  const [asked, setAsked] = useState(false);
  const { ask, asking, refusal } = useSend(space.send);
  const leave = async () => {
    const reply = await ask({ type: 'EndMembership', memberId });
    if (!reply.ok) return;
    refreshGuestRooms();
    navigate('/caseload', { replace: true });
  };
  const close = () => setAsked(false);
  return (
    <Card tone="sunken" labelledBy="leave-couple">
      <h2 id="leave-couple">{t('couple.leave.title')}</h2>
      <p className={styles.muted}>{t('couple.leave.lead')}</p>
      <div>
        <Button onClick={() => setAsked(true)}>{t('couple.leave')}</Button>
      </div>
      <Dialog open={asked} onClose={close} title={t('couple.leave.sure', { names })}>
        <p>{t('couple.leave.means')}</p>
        <RefusalNotice refusal={refusal} />
        <Actions>
          <Button kind="primary" onClick={leave} aria-disabled={asking}>
            {t('couple.leave.do')}
          </Button>
          <Button kind="quiet" onClick={close}>
            {t('couple.leave.stay')}
          </Button>
        </Actions>
      </Dialog>
    </Card>
  );
}
