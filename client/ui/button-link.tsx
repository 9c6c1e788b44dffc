import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './button.module.css';

export type ButtonLinkProps = {
  href: string;
  kind?: 'primary' | 'secondary' | 'quiet';
  icon?: ReactNode;
  wide?: boolean;
  children: ReactNode;
};

/** A link that looks like a button: it leads somewhere, and changes nothing. */
export function ButtonLink({ href, kind = 'secondary', icon, wide, children }: ButtonLinkProps) {
  return (
    <Link href={href} className={styles.button} data-kind={kind} data-wide={wide || undefined}>
      {icon}
      {children}
    </Link>
  );
}
