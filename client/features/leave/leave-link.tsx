import type { MouseEvent } from 'react';
import { useText } from '../../i18n/text.ts';
import styles from './leave-link.module.css';
import { leaveQuickly } from './leave-quickly.ts';

/** R5. The first thing that Tab reaches on every screen; hidden until then. Works as a plain link too. */
export function LeaveLink() {
  const t = useText();
  const leave = (event: MouseEvent) => {
    event.preventDefault();
    leaveQuickly();
  };
  return (
    <nav aria-label={t('frame.leave')}>
      <a className={styles.link} href="/left" rel="nofollow noreferrer" onClick={leave}>
        {t('leave.link')}
      </a>
    </nav>
  );
}
