import styles from './pause.module.css';

export type PauseChoiceProps = { title: string; about: string; onPick: () => void };

/** One of a few ways to rest: a large target with a word about what to expect. */
export function PauseChoice({ title, about, onPick }: PauseChoiceProps) {
  return (
    <button type="button" className={styles.choice} onClick={onPick}>
      <span className={styles.choiceTitle}>{title}</span>
      <span className={styles.choiceAbout}>{about}</span>
    </button>
  );
}
