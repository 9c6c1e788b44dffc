import type { ReactNode } from 'react';
import styles from './card.module.css';

export type CardProps = {
  /** `plain`: a bordered surface. `sunken`: set back. `a`, `b`, `facilitator`: something of that person. */
  tone?: 'plain' | 'sunken' | 'a' | 'b' | 'facilitator';
  /** Makes it a named section. */
  labelledBy?: string;
  children: ReactNode;
};

export function Card({ tone = 'plain', labelledBy, children }: CardProps) {
  const Tag = labelledBy ? 'section' : 'div';
  return (
    <Tag className={styles.card} data-tone={tone} aria-labelledby={labelledBy}>
      {children}
    </Tag>
  );
}
