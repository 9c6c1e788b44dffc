import type { Account, TotpStart } from '@turnward/shared/wire/account-doors.ts';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { CopyText } from '../../ui/copy-button.tsx';
import { Form } from '../../ui/form.tsx';
import { Actions } from '../../ui/page.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { accountDoors } from './account-doors.ts';
import { accountStore } from './account-store.ts';
import { isLeaving } from './account-view.ts';
import { CodeInput } from './code-input.tsx';
import { Removal } from './removal.tsx';
import { StepUp } from './step-up.tsx';
import { useGuarded } from './use-guarded.ts';

/** AC6. The second half of signing in with a password: six digits that an app shows. */
export function AppCode({ account }: { account: Account }) {
  const t = useText();
  const [start, setStart] = useState<TotpStart | null>(null);
  const door = useGuarded(accountDoors.startTotp, setStart);
  return (
    <>
      <h3>{t('account.totp')}</h3>
      <p>{t(account.hasTotp ? 'account.totp.on' : 'account.totp.about')}</p>
      {start ? (
        <AddApp account={account} start={start} onDone={() => setStart(null)} />
      ) : account.hasTotp ? (
        !isLeaving(account.pending, 'totp') && (
          <Actions>
            <Removal account={account} removal={{ what: 'totp' }} what={t('account.totp.what')} />
          </Actions>
        )
      ) : (
        <>
          <RefusalNotice refusal={door.refusal} />
          <StepUp account={account} guarded={door} />
          <div>
            <Button onClick={() => door.ask()} aria-disabled={door.asking}>
              {t('account.totp.add')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function AddApp({ account, start, onDone }: { account: Account; start: TotpStart; onDone: () => void }) {
  const t = useText();
  const [code, setCode] = useState('');
  const door = useGuarded(accountDoors.addTotp, (now) => {
    announce(t('account.totp.added'));
    accountStore.waysChanged(now);
    onDone();
  });
  return (
    <>
      <p>{t('account.totp.scan')}</p>
      <QrCode text={start.uri} label={t('account.totp.qr')} />
      <CopyText text={start.secret} label={t('account.totp.key')} />
      <Form problems={[!code.trim() && t('account.totp.code.missing')]} onSubmit={() => door.ask(code)}>
        {([problem]) => (
          <>
            <CodeInput label={t('account.totp.code')} problem={problem} value={code} onText={setCode} />
            <RefusalNotice refusal={door.refusal} />
            <Actions>
              <Button type="submit" kind="primary" aria-disabled={door.asking}>
                {t('account.totp.save')}
              </Button>
              <Button kind="quiet" onClick={onDone}>
                {t('account.password.cancel')}
              </Button>
            </Actions>
          </>
        )}
      </Form>
      <StepUp account={account} guarded={door} />
    </>
  );
}
