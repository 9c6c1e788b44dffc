import type { Me } from '@turnward/shared/wire/doors.ts';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { accountDoors } from './account-doors.ts';

/** AC6. One of the codes on paper; it names the person and is used up. */
export function RecoverySignIn({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const t = useText();
  const [code, setCode] = useState('');
  const door = useDoor(accountDoors.signInByRecovery, onSignedIn);
  return (
    <Form problems={[!code.trim() && t('signIn.recovery.missing')]} onSubmit={() => door.ask({ code })}>
      {([problem]) => (
        <>
          <p>{t('signIn.recovery.about')}</p>
          <TextInput
            label={t('signIn.recovery.code')}
            problem={problem}
            value={code}
            onText={setCode}
            maxLength={80}
            autoComplete="off"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
          />
          <RefusalNotice refusal={door.refusal} />
          <div>
            <Button type="submit" aria-disabled={door.asking}>
              {t('signIn.recovery.submit')}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}
