import { type CSSProperties, useEffect, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import styles from './settle-breath.module.css';

export type SettleBreathProps = { inSec: number; outSec: number; times: number };

/**
 * A circle that widens while breathing in and narrows while breathing out. It starts only when asked, can be stopped, and
 * ends by itself. Where motion is unwelcome the words alone set the pace.
 */
export function SettleBreath({ inSec, outSec, times }: SettleBreathProps) {
  const t = useText();
  const [going, setGoing] = useState(false);
  return (
    <div className={styles.breath} data-state={going ? 'going' : 'still'}>
      {going ? (
        <Pace inSec={inSec} outSec={outSec} times={times} onEnd={() => setGoing(false)} />
      ) : (
        <div className={styles.circle} aria-hidden="true" />
      )}
      <Button kind={going ? 'secondary' : 'quiet'} onClick={() => setGoing(!going)}>
        {t(going ? 'pause.breath.stop' : 'pause.breath.start')}
      </Button>
    </div>
  );
}

/** The change of words is for eyes only: read aloud every few seconds it would do the opposite of calming. */
function Pace({ inSec, outSec, times, onEnd }: SettleBreathProps & { onEnd: () => void }) {
  const t = useText();
  const [half, setHalf] = useState(0);
  const inward = half % 2 === 0;
  useEffect(() => {
    if (half >= times * 2) return onEnd();
    const timer = setTimeout(() => setHalf(half + 1), (inward ? inSec : outSec) * 1000);
    return () => clearTimeout(timer);
  }, [half, inward, inSec, outSec, times, onEnd]);
  const pace = { '--seconds': `${inward ? inSec : outSec}s` } as CSSProperties;
  return (
    <div className={styles.circle} data-breath={inward ? 'in' : 'out'} style={pace} aria-hidden="true">
      <span className={styles.words}>{t(inward ? 'pause.breath.in' : 'pause.breath.out')}</span>
    </div>
  );
}
