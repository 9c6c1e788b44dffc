import '../../i18n/en-account.ts';
import type { Account, SessionLine } from '@turnward/shared/wire/account-doors.ts';
import { Link } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { useMe } from '../../space/me.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { accountStore } from './account-store.ts';
import { accompanies, standingOf } from './account-view.ts';
import { Advice } from './advice.tsx';
import { DeleteAccount } from './delete-account.tsx';
import { Mail } from './mail.tsx';
import { OthersOffer } from './others-offer.tsx';
import { Passkeys } from './passkeys.tsx';
import { Password } from './password.tsx';
import { Pending } from './pending.tsx';
import { Recovery } from './recovery.tsx';
import { Sessions } from './sessions.tsx';

/** Screen 19, one's own account: ways in, codes, and where one is signed in. Nobody else sees it. */
export function AccountPage() {
  const t = useText();
  const known = accountStore.use();
  useTitle(t('account.title'));
  return (
    <Frame>
      {known.phase === 'connecting' && <Page key="waiting" title={t('waiting.title')} />}
      {known.phase === 'refused' && (
        <Page key="refused" title={t(known.refusal === 'signed-out' ? 'space.signedOut.title' : 'account.title')}>
          <RefusalNotice refusal={known.refusal} />
          <Actions>
            {known.refusal === 'signed-out' && (
              <ButtonLink kind="primary" href="/sign-in">
                {t('signIn.title')}
              </ButtonLink>
            )}
            <ButtonLink href="/">{t('missing.start')}</ButtonLink>
          </Actions>
        </Page>
      )}
      {known.phase === 'ready' && <Own key="own" {...known} />}
    </Frame>
  );
}

type OwnProps = { account: Account; sessions: readonly SessionLine[]; asksOthers: boolean };

function Own({ account, sessions, asksOthers }: OwnProps) {
  const t = useText();
  const helps = accompanies(useMe()?.member);
  const standing = standingOf(account);
  return (
    <Page title={t('account.title')} lead={t(`account.lead.${standing}`)}>
      <Pending account={account} />
      <Advice account={account} helps={helps} />
      <Passkeys account={account} />
      <Password account={account} />
      {standing === 'member' && <Recovery account={account} />}
      {standing === 'member' && <Mail account={account} />}
      <Sessions account={account} sessions={sessions} />
      {standing === 'member' && <DeleteAccount account={account} />}
      <p>
        <Link href="/devices">{t('account.devices')}</Link>
      </p>
      <OthersOffer account={account} open={asksOthers} />
    </Page>
  );
}
