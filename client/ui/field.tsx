import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import styles from './field.module.css';

export type FieldProps = {
  label: string;
  hint?: ReactNode;
  /** Why it can't be taken as it is: said beside the box and to screen readers. */
  problem?: string | undefined;
  /** Draws the control with the ids that tie it to label, hint and problem. */
  children: (control: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': true | undefined;
  }) => ReactNode;
};

/** A label, an optional hint, a control, and what is wrong with it. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': problem ? true : undefined })}
      {problem && (
        <p className={styles.problem} id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

export type TextInputProps = Omit<FieldProps, 'children'> &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'onChange' | 'id'> & { onText: (text: string) => void };

/** One line of text with its label. */
export function TextInput({ label, hint, problem, onText, ...input }: TextInputProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(control) => (
        <input
          type="text"
          className={styles.input}
          onChange={(event) => onText(event.currentTarget.value)}
          {...input}
          {...control}
        />
      )}
    </Field>
  );
}
