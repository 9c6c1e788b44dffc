import type { Guide } from '@turnward/shared/guides/guide.ts';
import { otherSeat, type Seat } from '@turnward/shared/kernel/stream.ts';
import { partnerIn } from '@turnward/shared/space/state.ts';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import { useSend } from '../../space/use-send.ts';
import { Button } from '../../ui/button.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './space.module.css';

/** Who speaks first, then open. Both meet in the gathering room; nothing begins without the other. */
export function BeginTalk({ guide, space }: { guide: Guide; space: Space }) {
  const t = useText();
  const [, navigate] = useLocation();
  const mine = space.me?.role === 'partner' ? space.me.seat : 'a';
  const [first, setFirst] = useState<Seat>(mine);
  const { ask, asking, refusal } = useSend(space.send);
  const partner = partnerIn(space.state, otherSeat(mine));
  const open = async () => {
    const reply = await ask({ type: 'OpenConversation', guideId: guide.id, first });
    if (reply.ok && reply.created) navigate(`/talk/${reply.created}`);
  };
  return (
    <div className={styles.choosing}>
      {guide.roles === 'swap' && (
        <RadioCards<Seat>
          label={t('guide.first')}
          inline
          value={first}
          onValue={setFirst}
          options={[
            { value: mine, label: t('guide.first.me') },
            {
              value: otherSeat(mine),
              label: t('guide.first.partner', {
                name: (partner && space.names[partner.memberId]) ?? t('space.partner'),
              }),
            },
          ]}
        />
      )}
      <RefusalNotice refusal={refusal} />
      <div>
        <Button kind="primary" onClick={open} aria-disabled={asking}>
          {t('guide.open')}
        </Button>
      </div>
      <p className={styles.small}>{t('guide.open.hint')}</p>
    </div>
  );
}
