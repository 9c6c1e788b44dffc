import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { type CSSProperties, useId, useMemo, useState } from 'react';
import type { GuestRoom } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { useSlowClock } from '../../room/slow-clock.ts';
import { Button } from '../../ui/button.tsx';
import { Person } from '../../ui/mark.tsx';
import styles from './floor-share.module.css';
import { floorClock, minutesAndSeconds, partsOf } from './times-view.ts';

/** Time in this step, and how long each has had the floor alone. It can be hidden: a clock is not everybody's friend. */
export function FloorShare({ room }: { room: GuestRoom }) {
  const t = useText();
  const [hidden, setHidden] = useState(false);
  return (
    <div className={styles.share}>
      {!hidden && <Times room={room} />}
      <div className={styles.hide}>
        <Button kind="quiet" onClick={() => setHidden(!hidden)}>
          {t(hidden ? 'pause.time.show' : 'pause.time.hide')}
        </Button>
      </div>
    </div>
  );
}

function Times({ room }: { room: GuestRoom }) {
  const t = useText();
  const id = useId();
  const { talk, names, now } = room;
  const clock = useMemo(() => floorClock(talk), [talk]);
  const { inStep, shares } = clock(useSlowClock(now, 1000));
  const parts = partsOf(shares);
  const words = (ms: number) => t('lead.times.clock', minutesAndSeconds(ms));
  return (
    <>
      <p className={styles.inStep} data-testid="in-step">
        {t('lead.times.step', { time: words(inStep) })}
      </p>
      <p id={id} className={styles.note}>
        {t('lead.times')}
      </p>
      {parts && (
        <div className={styles.bar} aria-hidden="true">
          {SEATS.map((seat) => (
            <span key={seat} data-seat={seat} style={{ '--part': parts[seat] } as CSSProperties} />
          ))}
        </div>
      )}
      <ul className={styles.people} aria-labelledby={id}>
        {SEATS.map((seat) => (
          <li key={seat} data-testid={`share-${seat}`}>
            <Person
              of={seat}
              name={names[seat]}
              note={t('lead.times.share', { time: words(shares[seat].ms), turns: shares[seat].turns })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
