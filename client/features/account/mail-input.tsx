import { useText } from '../../i18n/text.ts';
import { TextInput } from '../../ui/field.tsx';

type MailInputProps = { problem: string | undefined; value: string; onText: (text: string) => void };

export function MailInput(props: MailInputProps) {
  const t = useText();
  return (
    <TextInput
      {...props}
      label={t('account.mail.address')}
      maxLength={254}
      inputMode="email"
      autoComplete="email"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
    />
  );
}
