import { TextInput, type TextInputProps } from './field.tsx';

/** As long as the doors take a name. */
const LONGEST_NAME = 60;

/** A name of somebody or something; `autoComplete` says whose. */
export function NameInput(props: Omit<TextInputProps, 'maxLength'> & { autoComplete: 'given-name' | 'name' | 'off' }) {
  return <TextInput maxLength={LONGEST_NAME} {...props} />;
}
