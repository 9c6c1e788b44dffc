import styles from './opening.module.css';

/** Time to read before answering: a ring that breathes slowly and a sentence, no numbers that run (TU5). */
export function Opening({ words }: { words: string }) {
  return (
    <p className={styles.opening} role="status" data-testid="opening">
      <span className={styles.ring} aria-hidden="true" />
      {words}
    </p>
  );
}
