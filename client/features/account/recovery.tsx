import type { Account, RecoveryCodes } from '@turnward/shared/wire/account-doors.ts';
import { Printer } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CopyText } from '../../ui/copy-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './account.module.css';
import { accountDoors } from './account-doors.ts';
import { accountStore } from './account-store.ts';
import { isLeaving } from './account-view.ts';
import { Removal } from './removal.tsx';
import { StepUp } from './step-up.tsx';
import { useGuarded } from './use-guarded.ts';

/** What begins to count later than this waits on purpose; less is only this device’s clock. In ms. */
const HOUR = 3_600_000;

/** AC6. Ten codes that each let one in once. They are on this page only from making them until it says they were kept. */
export function Recovery({ account }: { account: Account }) {
  const t = useText();
  const [made, setMade] = useState<RecoveryCodes | null>(null);
  const door = useGuarded(accountDoors.makeRecovery, (codes) => {
    setMade(codes);
    void accountStore.refresh();
  });
  const { recoveryLeft, pending } = account;
  const kept = () => {
    setMade(null);
    accountStore.waysChanged(account);
  };
  return (
    <Card labelledBy="recovery">
      <h2 id="recovery">{t('account.recovery')}</h2>
      {made ? (
        <Shown made={made} onKept={kept} />
      ) : (
        <>
          <p>{t('account.recovery.about')}</p>
          <p data-testid="recovery-left">{t('account.recovery.left', { count: recoveryLeft })}</p>
          {recoveryLeft > 0 && <p>{t('account.recovery.anew.about')}</p>}
          <RefusalNotice refusal={door.refusal} />
          <StepUp account={account} guarded={door} />
          <Actions>
            <Button onClick={() => door.ask()} aria-disabled={door.asking}>
              {t(recoveryLeft > 0 ? 'account.recovery.anew' : 'account.recovery.make')}
            </Button>
            {recoveryLeft > 0 && !isLeaving(pending, 'recovery') && (
              <Removal account={account} removal={{ what: 'recovery' }} what={t('account.recovery.what')} />
            )}
          </Actions>
        </>
      )}
    </Card>
  );
}

function Shown({ made: { codes, from }, onKept }: { made: RecoveryCodes; onKept: () => void }) {
  const t = useText();
  const times = useTimes();
  const lead = useRef<HTMLDivElement>(null);
  useEffect(() => lead.current?.focus(), []);
  return (
    <>
      <div ref={lead} tabIndex={-1}>
        <Notice tone="attention">
          <p>{t('account.recovery.once')}</p>
          {from - Date.now() > HOUR && <p>{t('account.recovery.from', { moment: times.moment(from) })}</p>}
        </Notice>
      </div>
      <div className={styles.codes}>
        <CopyText text={codes.join('\n\n')} label={t('account.recovery.list')} />
      </div>
      <Actions>
        <Button kind="primary" onClick={onKept}>
          {t('account.recovery.done')}
        </Button>
        <Button icon={<Printer size={20} aria-hidden="true" />} onClick={() => print()}>
          {t('account.recovery.print')}
        </Button>
      </Actions>
    </>
  );
}
