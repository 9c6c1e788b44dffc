import { useId } from 'react';
import styles from './scale-input.module.css';

export type ScaleInputProps = {
  label: string;
  /** Words for 0 and for 10. */
  low: string;
  high: string;
  value: number | undefined;
  onValue: (value: number) => void;
  hint?: string;
};

const VALUES = Array.from({ length: 11 }, (_, value) => value);

/** A number from 0 to 10 as a group of radio buttons: arrow keys move, the ends are named in words. */
export function ScaleInput({ label, low, high, value, onValue, hint }: ScaleInputProps) {
  const id = useId();
  return (
    <fieldset className={styles.scale} aria-describedby={hint && `${id}-hint`}>
      <legend className={styles.label}>{label}</legend>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={styles.values}>
        {VALUES.map((each) => (
          <label key={each} className={styles.value}>
            <input
              type="radio"
              name={id}
              value={each}
              checked={value === each}
              onChange={() => onValue(each)}
              aria-label={each === 0 ? `0, ${low}` : each === 10 ? `10, ${high}` : undefined}
            />
            <span>{each}</span>
          </label>
        ))}
      </div>
      <p className={styles.ends} aria-hidden="true">
        <span>0 · {low}</span>
        <span>10 · {high}</span>
      </p>
    </fieldset>
  );
}
