import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { breakFits, inMinutes, nextMoment } from '../../room/pause-times.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import type { Acting } from './use-act.ts';

/** FA13. A break for all: when both come back, from 20 minutes on and within 24 hours. */
export function TimeOut({ now, acting, onDone }: { now: () => number; acting: Acting; onDone: () => void }) {
  const t = useText();
  const { clock, moment } = useTimes();
  const [time, setTime] = useState('');
  const [unfit, setUnfit] = useState<string>();
  const until = nextMoment(time, now());
  const take = (returnAt: number | undefined) => {
    if (returnAt === undefined) return setUnfit(t('pause.break.clock.missing'));
    const fit = breakFits(returnAt, now());
    if (fit !== 'fits') return setUnfit(t(`refusal.${fit}`));
    acting.act({ type: 'TimeOut', returnAt }, onDone);
  };
  const soon = [
    { returnAt: inMinutes(20, now()), words: 'pause.break.20' },
    { returnAt: inMinutes(60, now()), words: 'pause.break.60' },
  ] as const;
  return (
    <>
      {soon.map(({ returnAt, words }) => (
        <Button key={words} aria-disabled={acting.sending} onClick={() => take(returnAt)}>
          {t(words, { clock: clock(returnAt) })}
        </Button>
      ))}
      <TextInput
        type="time"
        label={t('pause.break.other')}
        hint={t('pause.break.clock.hint')}
        value={time}
        onText={(text) => {
          setUnfit(undefined);
          setTime(text);
        }}
        problem={unfit}
      />
      <Button aria-disabled={acting.sending} onClick={() => take(until)}>
        {until === undefined ? t('lead.timeOut.at') : t('lead.timeOut.until', { moment: moment(until) })}
      </Button>
    </>
  );
}
