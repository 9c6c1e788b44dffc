import styles from './chips.module.css';

export type ChipsProps = {
  label: string;
  chips: readonly string[];
  onPick: (chip: string, index: number) => void;
  /** The ones already taken, where several may be. */
  picked?: readonly string[];
};

/** Small offers to tap: sentence starters, feeling words. Never needed in order to go on. */
export function Chips({ label, chips, onPick, picked }: ChipsProps) {
  return (
    <ul className={styles.chips} aria-label={label}>
      {chips.map((chip, index) => (
        <li key={chip}>
          <button
            type="button"
            className={styles.chip}
            aria-pressed={picked ? picked.includes(chip) : undefined}
            onClick={() => onPick(chip, index)}
          >
            {chip}
          </button>
        </li>
      ))}
    </ul>
  );
}
