import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

export type DisclosureProps = {
  summary: ReactNode;
  open?: boolean;
  onToggle?: (open: boolean) => void;
  children: ReactNode;
};

/** Something folded that opens when its reader wants it. */
export function Disclosure({ summary, open, onToggle, children }: DisclosureProps) {
  return (
    <details className={styles.disclosure} open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <span>{summary}</span>
        <ChevronDown aria-hidden="true" size={20} />
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
