import { type ReactNode, useId } from 'react';
import styles from './acts.module.css';

/** Acts that belong together, under a small heading. */
export function ActGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <fieldset aria-labelledby={id} className={styles.group}>
      <h3 id={id} className={styles.groupTitle}>
        {title}
      </h3>
      <div className={styles.row}>{children}</div>
    </fieldset>
  );
}
