import { type FieldProps, TextInput } from '../../ui/field.tsx';
import { PIN_MOST } from './pin.ts';

type PinInputProps = Pick<FieldProps, 'label' | 'hint' | 'problem'> & { value: string; onText: (text: string) => void };

/** Digits that nobody reads over a shoulder. Said to browsers to be a code for once, so that none offers to keep it on this device. */
export function PinInput(props: PinInputProps) {
  return <TextInput {...props} type="password" inputMode="numeric" autoComplete="one-time-code" maxLength={PIN_MOST} />;
}
