import type { Account, PasswordStrength } from '@turnward/shared/wire/account-doors.ts';
import { useCallback, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { accountDoors } from './account-doors.ts';
import { accountStore } from './account-store.ts';
import { PasswordInput } from './password-input.tsx';
import { StepUp } from './step-up.tsx';
import { useGuarded } from './use-guarded.ts';
import { useStrength } from './use-strength.ts';

/** AC4. A sign-in name and a password; the server says how good it is while it is written. */
export function PasswordForm({ account, onDone }: { account: Account; onDone: () => void }) {
  const t = useText();
  const [signInName, setSignInName] = useState(account.signInName ?? '');
  const [password, setPassword] = useState('');
  const words = useCallback(
    ({ enough, hint }: PasswordStrength) => t(enough || !hint ? 'account.password.enough' : `password.${hint}`),
    [t],
  );
  const strength = useStrength(signInName, password, words);
  const door = useGuarded(accountDoors.setPassword, (now) => {
    announce(t('account.password.saved'));
    accountStore.waysChanged(now);
    onDone();
  });
  return (
    <>
      <Form
        problems={[
          signInName.trim().length < 3 && t('account.password.name.missing'),
          !password ? t('signIn.password.missing') : strength !== undefined && !strength.enough && words(strength),
        ]}
        onSubmit={() => door.ask({ signInName, password })}
      >
        {([nameProblem, passwordProblem]) => (
          <>
            <TextInput
              label={t('account.password.name')}
              hint={t('account.password.name.hint')}
              problem={nameProblem}
              value={signInName}
              onText={setSignInName}
              maxLength={60}
              autoComplete="username"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
            />
            <PasswordInput
              label={t('account.password.new')}
              hint={t('account.password.new.hint')}
              problem={passwordProblem}
              value={password}
              onText={setPassword}
              autoComplete="new-password"
            />
            {strength && (
              <Notice tone={strength.enough ? 'ok' : 'info'}>
                <p data-testid="strength" data-enough={strength.enough}>
                  {words(strength)}
                </p>
              </Notice>
            )}
            <RefusalNotice refusal={door.refusal} />
            <Actions>
              <Button type="submit" kind="primary" aria-disabled={door.asking}>
                {t('account.password.save')}
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
