import type { Account } from '@turnward/shared/wire/account-doors.ts';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Actions } from '../../ui/page.tsx';
import styles from './account.module.css';
import { isLeaving } from './account-view.ts';
import { AppCode } from './app-code.tsx';
import { PasswordForm } from './password-form.tsx';
import { Removal } from './removal.tsx';

/** AC4. The sign-in name and password of this person, and the code from an app that goes with them. */
export function Password({ account }: { account: Account }) {
  const t = useText();
  const [writing, setWriting] = useState(false);
  const { hasPassword, signInName, pending } = account;
  return (
    <Card labelledBy="password">
      <h2 id="password">{t('account.password')}</h2>
      <p>{hasPassword && signInName ? t('account.password.is', { name: signInName }) : t('account.password.about')}</p>
      {writing ? (
        <PasswordForm account={account} onDone={() => setWriting(false)} />
      ) : (
        <Actions>
          <Button onClick={() => setWriting(true)}>
            {t(hasPassword ? 'account.password.change' : 'account.password.add')}
          </Button>
          {hasPassword && !isLeaving(pending, 'password') && (
            <Removal account={account} removal={{ what: 'password' }} what={t('account.password.what')} />
          )}
        </Actions>
      )}
      {hasPassword && (
        <div className={styles.part}>
          <AppCode account={account} />
        </div>
      )}
    </Card>
  );
}
