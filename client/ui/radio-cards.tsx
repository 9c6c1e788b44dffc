import { type ReactNode, useId } from 'react';
import styles from './radio-cards.module.css';

export type RadioCardsProps<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: ReactNode; note?: string }[];
  value: Value | undefined;
  onValue: (value: Value) => void;
  /** Side by side where there is room, for short words. */
  inline?: boolean;
};

/** One of a few, each a large target. */
export function RadioCards<Value extends string>({ label, options, value, onValue, inline }: RadioCardsProps<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend className={styles.label}>{label}</legend>
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
    </fieldset>
  );
}
