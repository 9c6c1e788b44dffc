import '../../i18n/en-words.ts';
import type { Account } from '@turnward/shared/wire/account-doors.ts';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { useMe } from '../../space/me.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './account.module.css';
import { accountDoors } from './account-doors.ts';
import { StepUp } from './step-up.tsx';
import { useGuarded } from './use-guarded.ts';

/** AC11. Takes out everything that lets this person in. It says first what stays, and where that is taken out. */
export function DeleteAccount({ account }: { account: Account }) {
  const t = useText();
  const [sure, setSure] = useState(false);
  // A page of its own afterwards, so that nothing stays in this one’s memory.
  const door = useGuarded(accountDoors.deleteAccount, () => location.replace('/account-deleted'));
  const spaces = useMe()?.member?.spaces ?? [];
  return (
    <Card tone="sunken" labelledBy="delete-account">
      <h2 id="delete-account">{t('account.delete')}</h2>
      <p>{t('account.delete.about')}</p>
      <p>{t('account.delete.words', { part: t('leaving.title') })}</p>
      {spaces.map((spaceId, at) => (
        <p key={spaceId}>
          <Link href={`/space/${spaceId}`}>
            {spaces.length === 1 ? t('start.back.one') : t('start.back.many', { number: at + 1 })}
          </Link>
        </p>
      ))}
      <p>{t('account.delete.record')}</p>
      {sure ? (
        <div className={styles.calm}>
          <p>{t('account.delete.sure')}</p>
          <RefusalNotice refusal={door.refusal} />
          <StepUp account={account} guarded={door} />
          {!door.held && (
            <Actions>
              <Button
                kind="danger"
                icon={<Trash2 size={20} aria-hidden="true" />}
                onClick={() => door.ask()}
                aria-disabled={door.asking}
                autoFocus
              >
                {t('account.delete.yes')}
              </Button>
              <Button kind="quiet" onClick={() => setSure(false)}>
                {t('account.delete.no')}
              </Button>
            </Actions>
          )}
        </div>
      ) : (
        <div>
          <Button onClick={() => setSure(true)}>{t('account.delete.open')}</Button>
        </div>
      )}
    </Card>
  );
}
