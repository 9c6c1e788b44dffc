import type { InviteLook } from '@turnward/shared/wire/doors.ts';
import { useText } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { ComeInHere } from './come-in-here.tsx';
import { GuestInvitation } from './guest-invitation.tsx';
import { Invitation } from './invitation.tsx';
import { useLook } from './use-look.ts';

/** Where links lead: an invitation, or one's own other device. Opening it changes nothing; only a button does. */
export function LinkPage({ secret }: { secret: string }) {
  const t = useText();
  const look = useLook(secret);
  useTitle();
  return (
    <Frame>
      {look.state === 'nothing' && (
        <Page title={t('join.nothing.title')} lead={t('join.nothing.lead')}>
          <Actions>
            <ButtonLink href="/code">{t('join.haveCode')}</ButtonLink>
          </Actions>
        </Page>
      )}
      {look.state === 'looking' && <Page title={t('join.checking')} />}
      {look.state === 'refused' && (
        <Page title={t('join.failed.title')}>
          <RefusalNotice refusal={look.refusal} />
          <Actions>
            <ButtonLink href="/code">{t('join.haveCode')}</ButtonLink>
            <ButtonLink kind="quiet" href="/">
              {t('missing.start')}
            </ButtonLink>
          </Actions>
        </Page>
      )}
      {look.state === 'found' && <Found secret={secret} found={look.found} />}
    </Frame>
  );
}

function Found({ secret, found }: { secret: string; found: InviteLook }) {
  if (found.kind === 'device') return <ComeInHere token={secret} />;
  const { role } = found;
  if (role === 'partner') return <Invitation token={secret} invite={found} />;
  return <GuestInvitation token={secret} invite={found} role={role} />;
}
