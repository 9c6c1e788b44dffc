import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './button.module.css';

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  /** `primary`: at most one a view. `danger` deletes, and has an icon and a verb. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'pause' | 'danger';
  icon?: ReactNode;
  /** As wide as its column: for the one button a phone's view is about. */
  wide?: boolean;
};

export function Button({ kind = 'secondary', icon, wide, type = 'button', children, ...rest }: ButtonProps) {
  return (
    <button type={type} className={styles.button} data-kind={kind} data-wide={wide || undefined} {...rest}>
      {icon}
      {children}
    </button>
  );
}
