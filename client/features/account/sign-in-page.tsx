import '../../i18n/en-account.ts';
import type { Me } from '@turnward/shared/wire/doors.ts';
import { Fingerprint } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { useHost } from '../../space/host.ts';
import { useMe } from '../../space/me.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { MailSignIn } from './mail-sign-in.tsx';
import { canUsePasskeys, passkeyDoors } from './passkey-doors.ts';
import { PasswordSignIn } from './password-sign-in.tsx';
import { RecoverySignIn } from './recovery-sign-in.tsx';
import { goOn } from './session-watch.ts';

/** Coming back as oneself: the passkey first, then name and password, then a code. Each fails in the same words (AC3). */
export function SignInPage() {
  const t = useText();
  const member = useMe()?.member;
  const host = useHost();
  const [, navigate] = useLocation();
  const [done, setDone] = useState(false);
  const signedIn = (me: Me) => {
    setDone(true);
    goOn(me, navigate);
  };
  useTitle(t('signIn.title'));
  return (
    <Frame>
      <Page title={t('signIn.title')} lead={t('signIn.lead')}>
        {member && !done && (
          <Notice>
            <p>
              {t('signIn.already')} <Link href="/account">{t('signIn.already.account')}</Link>
            </p>
          </Notice>
        )}
        <PasskeySignIn onSignedIn={signedIn} />
        <Card labelledBy="by-password">
          <h2 id="by-password">{t('signIn.password.title')}</h2>
          <PasswordSignIn onSignedIn={signedIn} />
        </Card>
        {host.mail && (
          <Disclosure summary={t('signIn.mail.title')}>
            <MailSignIn />
          </Disclosure>
        )}
        <Disclosure summary={t('signIn.recovery.title')}>
          <RecoverySignIn onSignedIn={signedIn} />
        </Disclosure>
        <Section title={t('signIn.none.title')}>
          <p>{t('signIn.none')}</p>
          <p>{t('signIn.shared')}</p>
        </Section>
      </Page>
    </Frame>
  );
}

function PasskeySignIn({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const t = useText();
  const door = useDoor(passkeyDoors.signIn, onSignedIn);
  return (
    <Card labelledBy="by-passkey">
      <h2 id="by-passkey">{t('signIn.passkey.title')}</h2>
      {canUsePasskeys() ? (
        <>
          <p>{t('signIn.passkey.about')}</p>
          <RefusalNotice refusal={door.refusal} />
          <div>
            <Button
              kind="primary"
              icon={<Fingerprint size={20} aria-hidden="true" />}
              onClick={() => door.ask()}
              aria-disabled={door.asking}
            >
              {t('signIn.passkey')}
            </Button>
          </div>
        </>
      ) : (
        <p>{t('signIn.passkey.none')}</p>
      )}
    </Card>
  );
}
