import type { Seat } from '@turnward/shared/kernel/stream.ts';
import type { GuestRoom } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { checkInOf } from './aside-view.ts';
import styles from './partner-card.module.css';

/** R15. What this partner answered alone: whether they are alone and safe to talk, where they are, whom to call. */
export function CheckInAnswers({ room, seat }: { room: GuestRoom; seat: Seat }) {
  const t = useText();
  const { clock } = useTimes();
  const { names, asides, state } = room;
  const checked = checkInOf(asides[seat]);
  if (state.phase === 'ended') return null;
  if (!checked) return <p className={styles.note}>{t('lead.check.none', { name: names[seat] })}</p>;
  const { alone, answers, at } = checked;
  return (
    <div data-testid={`check-${seat}`} data-alone={alone}>
      <p className={styles.alone} data-alone={alone}>
        {t(alone ? 'lead.check.alone' : 'lead.check.not-alone', { name: names[seat] })}
      </p>
      <Disclosure summary={t('lead.check')}>
        <dl className={styles.answers}>
          {answers.map(({ box, text }) => (
            <div key={box}>
              <dt>{t(`lead.check.${box}`)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {answers.length === 0 && <p className={styles.note}>{t('lead.check.empty')}</p>}
        <p className={styles.note}>{t('lead.check.until', { clock: clock(at) })}</p>
      </Disclosure>
    </div>
  );
}
