import type { Refusal } from '@turnward/shared/wire/protocol.ts';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { useSpace } from '../../space/replica.ts';
import { Button } from '../../ui/button.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './leave-talk.module.css';

/** Ends this person’s own membership, in one tap: to come back takes a new invitation and both partners. */
export function LeaveTalk({ spaceId, memberId }: { spaceId: string; memberId: string }) {
  const t = useText();
  const [, go] = useLocation();
  const { send } = useSpace(spaceId);
  const [leaving, setLeaving] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const leave = async () => {
    if (leaving) return;
    setLeaving(true);
    setRefusal(undefined);
    const reply = await send({ type: 'EndMembership', memberId });
    setLeaving(false);
    // A membership that is over already is what was asked for.
    if (reply.ok || reply.refusal === 'not-found' || reply.refusal === 'not-a-member') go('/');
    else setRefusal(reply.refusal);
  };
  return (
    <div className={styles.leave}>
      <Button aria-disabled={leaving} onClick={leave} data-testid="leave-talk">
        {t('observe.leave')}
      </Button>
      <p className={styles.note}>{t('observe.leave.about')}</p>
      <RefusalNotice refusal={refusal} />
    </div>
  );
}
