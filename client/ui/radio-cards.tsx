import { type ReactNode, useId } from 'react';
import styles from './radio-cards.module.css';

export type RadioCardsProps<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: ReactNode; note?: string }[];
  value: Value | undefined;
  onValue: (value: Value) => void;
  /** Side by side where there is room, for short words. */
  inline?: boolean;
  hint?: string;
  /** What is missing, said below and to screen readers. */
  problem?: string | undefined;
};

/** One of a few, each a large target. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, options, value, onValue, inline, hint, problem } = props;
  const name = useId();
  const describedBy = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  return (
    <fieldset aria-describedby={describedBy || undefined}>
      <legend className={styles.label}>{label}</legend>
      {hint && (
        <p className={styles.hint} id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <div className={styles.options} data-inline={inline || undefined}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onValue(option.value)}
            />
            <span>
              {option.label}
              {option.note && <span className={styles.note}>{option.note}</span>}
            </span>
          </label>
        ))}
      </div>
      {problem && (
        <p className={styles.problem} id={`${name}-problem`}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}
