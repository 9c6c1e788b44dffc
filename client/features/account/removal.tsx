import type { Account, Removal as Removed } from '@turnward/shared/wire/account-doors.ts';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './account.module.css';
import { accountDoors } from './account-doors.ts';
import { accountStore } from './account-store.ts';
import { StepUp } from './step-up.tsx';
import { useGuarded } from './use-guarded.ts';

type RemovalProps = { account: Account; removal: Removed; what: string };

/** Takes one way in away, asked once more in its place. Where it must wait (AC7), the page says so above. */
export function Removal({ account, removal, what }: RemovalProps) {
  const t = useText();
  const [sure, setSure] = useState(false);
  const door = useGuarded(accountDoors.remove, (now) => {
    setSure(false);
    if (now.pending.length === account.pending.length) announce(t('account.removed'));
    accountStore.waysChanged(now);
  });
  const name = t('account.remove.named', { what });
  if (!sure) {
    return (
      <Button kind="quiet" onClick={() => setSure(true)} aria-label={name}>
        {t('account.remove')}
      </Button>
    );
  }
  return (
    <div className={styles.calm}>
      <p>{t('account.remove.sure')}</p>
      <RefusalNotice refusal={door.refusal} />
      <StepUp account={account} guarded={door} />
      {!door.held && (
        <Actions>
          <Button
            kind="danger"
            icon={<Trash2 size={20} aria-hidden="true" />}
            onClick={() => door.ask(removal)}
            aria-disabled={door.asking}
            autoFocus
          >
            {t('account.remove.yes')}
          </Button>
          <Button kind="quiet" onClick={() => setSure(false)}>
            {t('account.remove.no')}
          </Button>
        </Actions>
      )}
    </div>
  );
}
