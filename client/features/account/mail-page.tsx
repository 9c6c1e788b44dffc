import '../../i18n/en-account.ts';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { useDoor } from '../../space/use-door.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Form } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { accountDoors } from './account-doors.ts';
import { CodeInput } from './code-input.tsx';
import { goOn } from './session-watch.ts';

/** ML3, ML6. Where the links of mails lead. Nothing is used up before a press: programs that open links press nothing. */
export function MailPage({ secret }: { secret: string }) {
  const t = useText();
  useTitle(t('mail.title'));
  const [, what, rest = ''] = /^(in|stop)-(.+)$/.exec(secret) ?? [];
  return (
    <Frame>
      {what === 'in' && <SignInByLink secret={rest} />}
      {what === 'stop' && <StopChange secret={rest} />}
      {what === undefined && (
        <Page title={t('mail.none.title')} lead={t('mail.none')}>
          <Actions>
            <ButtonLink href="/sign-in">{t('signIn.title')}</ButtonLink>
          </Actions>
        </Page>
      )}
    </Frame>
  );
}

function SignInByLink({ secret }: { secret: string }) {
  const t = useText();
  const [, navigate] = useLocation();
  const [code, setCode] = useState('');
  const door = useDoor(accountDoors.signInByMail, (me) => goOn(me, navigate));
  return (
    <Page title={t('signIn.title')} lead={t('mail.in.lead')}>
      <Form problems={[]} onSubmit={() => door.ask({ secret, ...(code.trim() && { code }) })}>
        {() => (
          <>
            <CodeInput label={t('signIn.code')} hint={t('signIn.code.hint')} value={code} onText={setCode} />
            <RefusalNotice refusal={door.refusal} />
            <Actions>
              <Button type="submit" kind="primary" aria-disabled={door.asking}>
                {t('signIn.password.submit')}
              </Button>
              <ButtonLink href="/sign-in">{t('mail.other')}</ButtonLink>
            </Actions>
          </>
        )}
      </Form>
    </Page>
  );
}

function StopChange({ secret }: { secret: string }) {
  const t = useText();
  const [stopped, setStopped] = useState(false);
  const door = useDoor(accountDoors.stopByMail, () => {
    announce(t('account.pending.cancelled'));
    setStopped(true);
  });
  if (stopped) {
    return (
      <Page key="stopped" title={t('mail.stopped.title')} lead={t('account.pending.cancelled')}>
        <p>{t('mail.stopped')}</p>
        <Actions>
          <ButtonLink href="/account">{t('signIn.already.account')}</ButtonLink>
        </Actions>
      </Page>
    );
  }
  return (
    <Page key="stop" title={t('account.pending')} lead={t('mail.stop.lead')}>
      {door.refusal === 'not-found' ? <p>{t('mail.stop.gone')}</p> : <RefusalNotice refusal={door.refusal} />}
      <Actions>
        <Button kind="primary" onClick={() => door.ask(secret)} aria-disabled={door.asking}>
          {t('account.pending.cancel')}
        </Button>
      </Actions>
    </Page>
  );
}
