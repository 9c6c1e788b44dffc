import { useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { breakFits, inMinutes, nextMoment } from '../../room/pause-times.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { Actions } from '../../ui/page.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './pause.module.css';
import { PausePart } from './pause-part.tsx';
import { useWish } from './pause-wish.ts';

type When = '20' | '60' | 'other';

/** The size of a break: when both come back, from 20 minutes on and tomorrow at the latest. */
export function PauseBreak(props: { conversation: Conversation; onBack: () => void; onDone: () => void }) {
  const { conversation, onBack, onDone } = props;
  const t = useText();
  const { clock, moment } = useTimes();
  const { ask, busy, refusal } = useWish(conversation, onDone);
  const [when, setWhen] = useState<When>('20');
  const [time, setTime] = useState('');
  const [unfit, setUnfit] = useState<'none' | 'break-too-short' | 'break-too-long'>();

  const now = conversation.now();
  const returnAt = when === 'other' ? nextMoment(time, now) : inMinutes(Number(when), now);
  const choose = () => {
    if (returnAt === undefined) return setUnfit('none');
    const fit = breakFits(returnAt, conversation.now());
    if (fit !== 'fits') return setUnfit(fit);
    const pauseId = conversation.state.pause?.pauseId ?? '';
    ask({ type: 'SizePause', pauseId, size: 'break', returnAt });
  };
  const change =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      setUnfit(undefined);
      set(value);
    };

  return (
    <PausePart title={t('pause.break.title')} focus>
      <RadioCards<When>
        label={t('pause.break.label')}
        value={when}
        onValue={change(setWhen)}
        options={[
          { value: '20', label: t('pause.break.20', { clock: clock(inMinutes(20, now)) }) },
          { value: '60', label: t('pause.break.60', { clock: clock(inMinutes(60, now)) }) },
          { value: 'other', label: t('pause.break.other') },
        ]}
      />
      {when === 'other' && (
        <div className={styles.clock}>
          <TextInput
            type="time"
            label={t('pause.break.clock')}
            hint={t('pause.break.clock.hint')}
            value={time}
            onText={change(setTime)}
            problem={unfit && t(unfit === 'none' ? 'pause.break.clock.missing' : `refusal.${unfit}`)}
          />
          {returnAt !== undefined && !unfit && <p role="status">{t('pause.break.at', { moment: moment(returnAt) })}</p>}
        </div>
      )}
      <RefusalNotice refusal={refusal} />
      <Actions>
        <Button kind="primary" onClick={choose}>
          {t(busy ? 'pause.sending' : 'pause.break.choose')}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {t('pause.break.back')}
        </Button>
      </Actions>
    </PausePart>
  );
}
