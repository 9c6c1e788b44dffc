import type { Account } from '@turnward/shared/wire/account-doors.ts';
import { useText } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './account.module.css';
import { adviceFor } from './account-view.ts';

/** What this person would best do next, and why; nothing where all is well. `helps`: they accompany a couple. */
export function Advice({ account, helps }: { account: Account; helps: boolean }) {
  const t = useText();
  const advice = adviceFor(account, helps);
  if (advice === null) return null;
  if (advice === 'guest' || advice === 'second') {
    return (
      <Notice tone={advice === 'guest' ? 'attention' : 'info'}>
        <p data-testid="advice">{t(advice === 'guest' ? 'account.guest' : 'account.next.second')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="attention">
      <div className={styles.calm} data-testid="advice">
        <h2>{t('account.lead-needs.title')}</h2>
        <p>{t(advice === 'lead' ? 'account.lead-needs' : 'account.lead-needs.again')}</p>
        {advice === 'lead-again' && (
          <div>
            <ButtonLink href="/sign-in">{t('signIn.title')}</ButtonLink>
          </div>
        )}
      </div>
    </Notice>
  );
}
