import type { Account, PendingChange } from '@turnward/shared/wire/account-doors.ts';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { useDoor } from '../../space/use-door.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './account.module.css';
import { accountDoors } from './account-doors.ts';
import { accountStore } from './account-store.ts';

/** AC7. What will happen to one's ways in, and when; whoever did not ask for it cancels it here, without signing in again. */
export function Pending({ account }: { account: Account }) {
  const t = useText();
  if (account.pending.length === 0) return null;
  return (
    <Notice tone="attention">
      <div className={styles.calm} data-testid="pending">
        <h2>{t('account.pending')}</h2>
        {account.pending.map((change) => (
          <Change key={change.id} change={change} />
        ))}
        <p>{t('account.pending.about')}</p>
      </div>
    </Notice>
  );
}

function Change({ change: { id, what, label, at } }: { change: PendingChange }) {
  const t = useText();
  const times = useTimes();
  const door = useDoor(accountDoors.cancelPending, (now) => {
    announce(t('account.pending.cancelled'));
    accountStore.changed(now);
  });
  return (
    <>
      <p>{t(`account.pending.${what}`, { label: label ?? '', moment: times.moment(at) })}</p>
      <RefusalNotice refusal={door.refusal} />
      <div>
        <Button onClick={() => door.ask(id)} aria-disabled={door.asking}>
          {t('account.pending.cancel')}
        </Button>
      </div>
    </>
  );
}
