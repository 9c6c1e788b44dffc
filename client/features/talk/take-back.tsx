import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { Undo2 } from 'lucide-react';
import type { Conversation } from '../../conversation/replica.ts';
import '../../i18n/en-parks.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useWish } from './pause-wish.ts';
import styles from './take-back.module.css';

/** PK3. Beneath what I said last, while the other has not opened it. Why it was too late is said, also once the offer has gone. */
export function TakeBack({ conversation, may }: { conversation: Conversation; may: boolean }) {
  const t = useText();
  const { ask, busy, refusal } = useWish(conversation);
  const { state, names, seat } = conversation;
  const turnId = state.turn?.turnId;
  if (!may || !turnId) return <RefusalNotice refusal={refusal} />;
  return (
    <div className={styles.back} data-testid="take-back">
      <p className={styles.note}>{t('back.may', { name: names[otherSeat(seat)] })}</p>
      <Button
        icon={<Undo2 size={20} aria-hidden="true" />}
        aria-disabled={busy}
        onClick={() => ask({ type: 'TakeBackWords', turnId })}
      >
        {t(busy ? 'back.doing' : 'back.do')}
      </Button>
      <RefusalNotice refusal={refusal} />
    </div>
  );
}
