import styles from './start.module.css';

/** The two marks and what is between them: decoration only. */
export function TwoMarks() {
  return (
    <svg className={styles.marks} viewBox="40 0 152 96" aria-hidden="true">
      <circle className={styles.softA} cx="84" cy="48" r="44" />
      <rect className={styles.softB} x="100" y="4" width="88" height="88" rx="18" />
      <path className={styles.between} d="M100 7.01A44 44 0 0 1 100 88.99Z" />
      <circle className={styles.a} cx="70" cy="48" r="9" />
      <rect className={styles.b} x="149" y="39" width="18" height="18" rx="4" />
    </svg>
  );
}
