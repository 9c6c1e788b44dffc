import { useId } from 'react';
import type { GuestRoom } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import styles from './acts.module.css';
import { CareActs } from './acts-care.tsx';
import { FloorActs } from './acts-floor.tsx';
import { StepActs } from './acts-steps.tsx';
import { closedNow } from './acts-view.ts';
import { ClosedNotice } from './closed-notice.tsx';
import { useAct } from './use-act.ts';

/** Screen 8. All that can be done to floor and steps. One act at a time; each is a line that both partners read (FA3). */
export function Acts({ room }: { room: GuestRoom }) {
  const t = useText();
  const id = useId();
  const acting = useAct(room);
  const { heading, part } = useFocusKept();
  return (
    <section className={styles.acts} aria-labelledby={id} {...part}>
      <h2 id={id} ref={heading} tabIndex={-1} className={styles.title}>
        {t('lead.acts')}
      </h2>
      <p className={styles.note}>{t('lead.acts.lines')}</p>
      <ClosedNotice room={room} closed={closedNow(room, 'HoldFloor')} acting={acting} />
      <RefusalNotice refusal={acting.refusal} />
      <div className={styles.groups}>
        <StepActs room={room} acting={acting} />
        <FloorActs room={room} acting={acting} />
        <CareActs room={room} acting={acting} />
      </div>
    </section>
  );
}
