import { TextInput } from '../../ui/field.tsx';

type CodeInputProps = {
  label: string;
  hint?: string;
  problem?: string | undefined;
  value: string;
  onText: (text: string) => void;
};

/** Six digits of an app: phones offer the keys for it, and password managers that know the code fill it in. */
export function CodeInput(props: CodeInputProps) {
  return <TextInput {...props} maxLength={12} inputMode="numeric" autoComplete="one-time-code" spellCheck={false} />;
}
