import type { GuestRole, Seat } from '@turnward/shared/kernel/stream.ts';
import styles from './mark.module.css';

export type MarkOf = Seat | GuestRole;

/** The shape of a person: round for a, square for b, a diamond for a facilitator, its outline for an observer. Always beside a name. */
export function Mark({ of, large }: { of: MarkOf; large?: boolean }) {
  return <span className={styles.mark} data-seat={of} data-large={large || undefined} aria-hidden="true" />;
}

/** Both partners together. */
export const Marks = () => (
  <span className={styles.marks}>
    <Mark of="a" />
    <Mark of="b" />
  </span>
);

/** A person: mark and name together, so that colour is never alone. */
export function Person({ of, name, note }: { of: MarkOf; name: string; note?: string | undefined }) {
  return (
    <span className={styles.person} data-seat={of}>
      <Mark of={of} />
      <span>
        <span className={styles.name}>{name}</span>
        {note && <span className={styles.note}>{note}</span>}
      </span>
    </span>
  );
}
