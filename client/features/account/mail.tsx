import type { Account } from '@turnward/shared/wire/account-doors.ts';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useDoor } from '../../space/use-door.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Form } from '../../ui/form.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { accountDoors } from './account-doors.ts';
import { accountStore } from './account-store.ts';
import { CodeInput } from './code-input.tsx';
import { MailInput } from './mail-input.tsx';
import { Removal } from './removal.tsx';
import { StepUp } from './step-up.tsx';
import { useGuarded } from './use-guarded.ts';

/** ML2. One’s own address: for a link to sign in, and for notices about ways in. Nothing else is ever sent to it. */
export function Mail({ account }: { account: Account }) {
  const t = useText();
  const [writing, setWriting] = useState(false);
  const { mail, pending } = account;
  if (!mail) return null;
  const leaving = pending.some(({ what }) => what === 'mail');
  return (
    <Card labelledBy="mail">
      <h2 id="mail">{t('account.mail')}</h2>
      <p>{mail.address === null ? t('account.mail.about') : t('account.mail.is', { address: mail.address })}</p>
      {writing ? (
        <Write account={account} onDone={() => setWriting(false)} />
      ) : (
        <Actions>
          <Button onClick={() => setWriting(true)}>
            {t(mail.address === null ? 'account.mail.add' : 'account.mail.change')}
          </Button>
          {mail.address !== null && !leaving && (
            <Removal account={account} removal={{ what: 'mail' }} what={t('account.mail.what')} />
          )}
        </Actions>
      )}
    </Card>
  );
}

function Write({ account, onDone }: { account: Account; onDone: () => void }) {
  const t = useText();
  const [address, setAddress] = useState('');
  const [sent, setSent] = useState(false);
  const door = useGuarded(accountDoors.writeMail, () => {
    announce(t('account.mail.sent'));
    setSent(true);
  });
  if (sent) return <TypeCode onDone={onDone} />;
  return (
    <>
      <p>{t('account.mail.shared')}</p>
      <Form problems={[!address.includes('@') && t('account.mail.missing')]} onSubmit={() => door.ask(address.trim())}>
        {([problem]) => (
          <>
            <MailInput problem={problem} value={address} onText={setAddress} />
            <RefusalNotice refusal={door.refusal} />
            <StepUp account={account} guarded={door} />
            {!door.held && (
              <Actions>
                <Button type="submit" kind="primary" aria-disabled={door.asking}>
                  {t('account.mail.send')}
                </Button>
                <Button kind="quiet" onClick={onDone}>
                  {t('account.password.cancel')}
                </Button>
              </Actions>
            )}
          </>
        )}
      </Form>
    </>
  );
}

function TypeCode({ onDone }: { onDone: () => void }) {
  const t = useText();
  const [code, setCode] = useState('');
  const door = useDoor(accountDoors.confirmMail, (now) => {
    if (now.pending.every(({ what }) => what !== 'mail')) announce(t('account.mail.added'));
    accountStore.changed(now);
    onDone();
  });
  return (
    <>
      <p>{t('account.mail.sent')}</p>
      <Form problems={[!code.trim() && t('account.mail.code.missing')]} onSubmit={() => door.ask(code)}>
        {([problem]) => (
          <>
            <CodeInput label={t('account.mail.code')} problem={problem} value={code} onText={setCode} />
            <RefusalNotice refusal={door.refusal} />
            <Actions>
              <Button type="submit" kind="primary" aria-disabled={door.asking}>
                {t('account.mail.save')}
              </Button>
              <Button kind="quiet" onClick={onDone}>
                {t('account.password.cancel')}
              </Button>
            </Actions>
          </>
        )}
      </Form>
    </>
  );
}
