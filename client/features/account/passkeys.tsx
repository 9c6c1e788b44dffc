import type { Account } from '@turnward/shared/wire/account-doors.ts';
import { Fingerprint } from 'lucide-react';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './account.module.css';
import { accountStore } from './account-store.ts';
import { isLeaving, standingOf } from './account-view.ts';
import { canUsePasskeys, passkeyDoors } from './passkey-doors.ts';
import { Removal } from './removal.tsx';
import { StepUp } from './step-up.tsx';
import { useGuarded } from './use-guarded.ts';

/** AC2. The passkeys of this person, under labels that the server made; and a way to add one. */
export function Passkeys({ account }: { account: Account }) {
  const t = useText();
  const times = useTimes();
  const door = useGuarded(passkeyDoors.add, (now) => {
    announce(t('account.passkeys.added'));
    accountStore.waysChanged(now);
  });
  return (
    <Card labelledBy="passkeys">
      <h2 id="passkeys">{t('account.passkeys')}</h2>
      <p>{t('account.passkeys.about')}</p>
      {account.passkeys.length > 0 && (
        <ul className={styles.list}>
          {account.passkeys.map(({ id, label, createdAt }) => (
            <li key={id} data-testid="passkey">
              <div className={styles.line}>
                <b>{label}</b>
                <span className={styles.muted}>{t('account.passkeys.made', { date: times.date(createdAt) })}</span>
              </div>
              {!isLeaving(account.pending, 'passkey', label) && (
                <Removal account={account} removal={{ what: 'passkey', id }} what={label} />
              )}
            </li>
          ))}
        </ul>
      )}
      <RefusalNotice refusal={door.refusal} />
      <StepUp account={account} guarded={door} />
      {canUsePasskeys() ? (
        <div>
          <Button
            kind={standingOf(account) === 'guest' ? 'primary' : 'secondary'}
            icon={<Fingerprint size={20} aria-hidden="true" />}
            onClick={() => door.ask()}
            aria-disabled={door.asking}
          >
            {t('account.passkeys.add')}
          </Button>
        </div>
      ) : (
        <p className={styles.muted}>{t('signIn.passkey.none')}</p>
      )}
    </Card>
  );
}
