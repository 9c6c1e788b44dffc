import { type ReactNode, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import styles from './account.module.css';

type PasswordInputProps = {
  label: string;
  hint?: ReactNode;
  problem?: string | undefined;
  value: string;
  onText: (text: string) => void;
  /** What a password manager fills in. */
  autoComplete: 'current-password' | 'new-password';
};

/** A password: hidden until its writer wants to see it. Pasting and password managers work (WCAG 3.3.8). */
export function PasswordInput(props: PasswordInputProps) {
  const t = useText();
  const [shown, setShown] = useState(false);
  return (
    <div className={styles.password}>
      <TextInput
        {...props}
        type={shown ? 'text' : 'password'}
        maxLength={200}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      <Button kind="quiet" onClick={() => setShown(!shown)}>
        {t(shown ? 'signIn.password.hide' : 'signIn.password.show')}
      </Button>
    </div>
  );
}
