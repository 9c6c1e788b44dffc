import type { Me } from '@turnward/shared/wire/doors.ts';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { accountDoors } from './account-doors.ts';
import { CodeInput } from './code-input.tsx';
import { PasswordInput } from './password-input.tsx';

/** Name, password and code in one go, so that no answer tells whether a code is asked for. What failed stays written. */
export function PasswordSignIn({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const t = useText();
  const [signInName, setSignInName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const door = useDoor(accountDoors.signInByPassword, onSignedIn);
  return (
    <Form
      problems={[signInName.trim().length < 3 && t('signIn.name.missing'), !password && t('signIn.password.missing')]}
      onSubmit={() => door.ask({ signInName, password, ...(code.trim() && { code }) })}
    >
      {([nameProblem, passwordProblem]) => (
        <>
          <TextInput
            label={t('signIn.name')}
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
            label={t('signIn.password')}
            problem={passwordProblem}
            value={password}
            onText={setPassword}
            autoComplete="current-password"
          />
          <CodeInput label={t('signIn.code')} hint={t('signIn.code.hint')} value={code} onText={setCode} />
          <RefusalNotice refusal={door.refusal} />
          <div>
            <Button type="submit" aria-disabled={door.asking}>
              {t('signIn.password.submit')}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}
