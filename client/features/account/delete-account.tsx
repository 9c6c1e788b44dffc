import type { Account } from '@turnward/shared/wire/account-doors.ts';
import { Link } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { Card } from '../../ui/card.tsx';
import { Actions } from '../../ui/page.tsx';
import { isLeaving } from './account-view.ts';
import { Removal } from './removal.tsx';

/** AC11. After three days in which it can be cancelled. Words are erased, or taken along, before. */
export function DeleteAccount({ account }: { account: Account }) {
  const t = useText();
  return (
    <Card labelledBy="delete-account">
      <h2 id="delete-account">{t('account.delete')}</h2>
      <p>{t('account.delete.about')}</p>
      <p>
        <Link href="/my-data">{t('account.delete.data')}</Link>
      </p>
      {!isLeaving(account.pending, 'account') && (
        <Actions>
          <Removal account={account} removal={{ what: 'account' }} what={t('account.delete.what')} />
        </Actions>
      )}
    </Card>
  );
}
