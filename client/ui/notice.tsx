import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

const ICONS = { info: Info, ok: CircleCheck, attention: TriangleAlert } as const;

export type NoticeProps = {
  tone?: keyof typeof ICONS;
  /** Said to screen readers when it appears. */
  live?: boolean;
  children: ReactNode;
};

/** A short message in the flow of the page. The icon and the words say what the colour says. */
export function Notice({ tone = 'info', live, children }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div className={styles.notice} data-tone={tone} role={live ? 'status' : undefined}>
      <Icon aria-hidden="true" size={20} />
      <div>{children}</div>
    </div>
  );
}
