import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { type Translate, useText } from '../../i18n/text.ts';
import { type Times, useTimes } from '../../i18n/times.ts';
import { minutesLeft } from '../../room/pause-times.ts';
import { Button } from '../../ui/button.tsx';
import styles from './pause.module.css';
import { useFocusOnArrival } from './pause-part.tsx';
import type { PauseView } from './pause-view.ts';

/** Longer than this, the time of day says more than minutes. */
const COUNTED = 90;

export type PauseChosenProps = { conversation: Conversation; view: PauseView; focus: boolean; onChange: () => void };

/** What was chosen, for both to read, and the time that is left: softly, in minutes, and only for who wants to see it. */
export function PauseChosen({ conversation, view, focus, onChange }: PauseChosenProps) {
  const t = useText();
  const times = useTimes();
  const words = useFocusOnArrival<HTMLParagraphElement>(focus);
  const [hidden, setHidden] = useState(false);
  const time = view.rated ? undefined : timeInWords(view, conversation.now(), t);
  return (
    <div className={styles.chosen} data-testid={view.rated ? 'pause-waiting' : 'pause-chosen'} data-size={view.size}>
      <p ref={words} tabIndex={-1} role="status">
        {view.rated ? t('pause.waiting') : chosenInWords(conversation, view, t, times)}
      </p>
      {time && !hidden && <p className={styles.reason}>{time}</p>}
      {view.size === 'break' && !view.rated && !view.over && <p className={styles.reason}>{t('pause.chosen.away')}</p>}
      {!view.rated && !view.mayReturn && (
        <p className={styles.reason}>{t('pause.return.notYet', { clock: times.clock(view.opensAt) })}</p>
      )}
      <div className={styles.row}>
        {time && !view.over && (
          <Button kind="quiet" onClick={() => setHidden(!hidden)}>
            {t(hidden ? 'pause.time.show' : 'pause.time.hide')}
          </Button>
        )}
        {view.mayChoose && !view.rated && (
          <Button kind="quiet" onClick={onChange}>
            {t(view.size ? 'pause.chosen.change' : 'pause.chosen.choose')}
          </Button>
        )}
      </div>
    </div>
  );
}

function chosenInWords({ state, names, seat }: Conversation, view: PauseView, t: Translate, { moment }: Times): string {
  const { returnAt } = state.pause ?? {};
  if (view.size) return t(`pause.chosen.${view.size}`, { moment: returnAt === undefined ? '' : moment(returnAt) });
  return view.mayChoose ? t('pause.chosen.none.me') : t('pause.chosen.none', { name: names[otherSeat(seat)] });
}

function timeInWords({ until, over }: PauseView, now: number, t: Translate): string | undefined {
  if (until === undefined) return undefined;
  if (over) return t('pause.time.over');
  const minutes = minutesLeft(until, now);
  return minutes > COUNTED ? undefined : t('pause.time.left', { minutes });
}
