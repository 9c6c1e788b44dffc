import type { Account } from '@turnward/shared/wire/account-doors.ts';
import { Fingerprint } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './account.module.css';
import { accountDoors } from './account-doors.ts';
import { CodeInput } from './code-input.tsx';
import { canUsePasskeys, passkeyDoors } from './passkey-doors.ts';
import { PasswordInput } from './password-input.tsx';
import type { Guarded } from './use-guarded.ts';

type StepUpProps = { account: Account; guarded: Pick<Guarded<never>, 'held' | 'again' | 'letGo'> };

/** AC5. A fresh sign-in, asked for in its place; then what was asked for goes on by itself. */
export function StepUp({ account, guarded }: StepUpProps) {
  return guarded.held ? <InPlace account={account} guarded={guarded} /> : null;
}

function InPlace({ account, guarded }: StepUpProps) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.stepUp} data-testid="step-up">
      <h3 ref={heading} tabIndex={-1}>
        {t('account.stepUp.title')}
      </h3>
      <Confirm account={account} onDone={guarded.again} onCancel={guarded.letGo} />
    </div>
  );
}

type ConfirmProps = { account: Account; onDone: () => void; onCancel: () => void };

/** The ways in which this person can show that it is them. */
export function Confirm({ account, onDone, onCancel }: ConfirmProps) {
  const t = useText();
  const passkey = useDoor(passkeyDoors.stepUp, onDone);
  return (
    <div className={styles.calm}>
      <p>{t('account.stepUp.about')}</p>
      {account.passkeys.length > 0 && canUsePasskeys() && (
        <>
          <RefusalNotice refusal={passkey.refusal} />
          <div>
            <Button
              icon={<Fingerprint size={20} aria-hidden="true" />}
              onClick={() => passkey.ask()}
              aria-disabled={passkey.asking}
            >
              {t('account.stepUp.passkey')}
            </Button>
          </div>
        </>
      )}
      {account.hasPassword && <ByPassword account={account} onDone={onDone} />}
      <div>
        <Button kind="quiet" onClick={onCancel}>
          {t('account.stepUp.cancel')}
        </Button>
      </div>
    </div>
  );
}

function ByPassword({ account, onDone }: { account: Account; onDone: () => void }) {
  const t = useText();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const door = useDoor(accountDoors.stepUpByPassword, onDone);
  return (
    <Form
      problems={[
        false,
        !password && t('signIn.password.missing'),
        account.hasTotp && !code.trim() && t('account.stepUp.code.missing'),
      ]}
      onSubmit={() => door.ask({ password, ...(account.hasTotp && { code }) })}
    >
      {([, passwordProblem, codeProblem]) => (
        <>
          {/* So that a password manager knows whose password it is; there is nothing to type. */}
          <input type="text" autoComplete="username" value={account.signInName ?? ''} readOnly hidden />
          <PasswordInput
            label={t('signIn.password')}
            problem={passwordProblem}
            value={password}
            onText={setPassword}
            autoComplete="current-password"
          />
          {account.hasTotp && (
            <CodeInput label={t('signIn.code')} problem={codeProblem} value={code} onText={setCode} />
          )}
          <RefusalNotice refusal={door.refusal} />
          <Actions>
            <Button type="submit" aria-disabled={door.asking}>
              {t('account.stepUp.password')}
            </Button>
          </Actions>
        </>
      )}
    </Form>
  );
}
