import type { ReactNode } from 'react';
import styles from './card.module.css';
import type { FocusKept } from './use-focus-kept.ts';

export type CardProps = {
  /** `plain`: a bordered surface. `sunken`: set back. `a`, `b`, `facilitator`: something of that person. */
  tone?: 'plain' | 'sunken' | 'a' | 'b' | 'facilitator';
  /** Makes it a named section. */
  labelledBy?: string;
  /** Where a button of it goes away with what it did: what keeps the focus in it. */
  part?: FocusKept['part'];
  children: ReactNode;
};

export function Card({ tone = 'plain', labelledBy, part, children }: CardProps) {
  const Tag = labelledBy ? 'section' : 'div';
  return (
    <Tag className={styles.card} data-tone={tone} aria-labelledby={labelledBy} {...part}>
      {children}
    </Tag>
  );
}
