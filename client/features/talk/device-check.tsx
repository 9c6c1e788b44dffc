import { useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { type TextId, useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { doors } from '../../space/doors.ts';
import { useDoor } from '../../space/use-door.ts';
import { changeAppearance, TEXT_SIZES, THEMES, useAppearance } from '../../ui/appearance.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './gathering.module.css';
import { useAwake } from './keep-awake.ts';
import { verdict } from './line-words.ts';

/** Screen 4, light: everything here may be skipped. */
export function DeviceCheck({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const { theme, text } = useAppearance();
  const { connection, roundTrip } = conversation;
  return (
    <Disclosure summary={t('talk.check')}>
      <div className={styles.check}>
        <p data-testid="line-verdict">{t(verdict(connection, roundTrip))}</p>
        <Awake />
        <RadioCards
          inline
          label={t('settings.text')}
          value={text}
          onValue={(value) => changeAppearance({ text: value })}
          options={TEXT_SIZES.map((value) => ({ value, label: t(`settings.text.${value}` satisfies TextId) }))}
        />
        <RadioCards
          inline
          label={t('settings.theme')}
          value={theme}
          onValue={(value) => changeAppearance({ theme: value })}
          options={THEMES.map((value) => ({ value, label: t(`settings.theme.${value}` satisfies TextId) }))}
        />
        <OtherDevice />
      </div>
    </Disclosure>
  );
}

function Awake() {
  const t = useText();
  const [awake, setAwake] = useAwake();
  if (awake === 'unavailable') return <p className={styles.note}>{t('talk.check.awake.unavailable')}</p>;
  return (
    <label className={styles.switch}>
      <input type="checkbox" checked={awake === 'on'} onChange={(event) => setAwake(event.currentTarget.checked)} />
      <span>{t('talk.check.awake')}</span>
    </label>
  );
}

/** The same person on a second device: a link that works once. */
function OtherDevice() {
  const t = useText();
  const times = useTimes();
  const [link, setLink] = useState<{ url: string; expiresAt: number }>();
  const door = useDoor(() => doors.makeDeviceLink({ lasting: false }), setLink);
  if (link) {
    return (
      <div className={styles.check}>
        <p>{t('devices.phone.lead')}</p>
        <QrCode text={link.url} label={t('devices.phone.qr')} />
        <p className={styles.note}>{t('devices.phone.until', { clock: times.clock(link.expiresAt) })}</p>
      </div>
    );
  }
  return (
    <>
      <RefusalNotice refusal={door.refusal} />
      <p>
        <Button onClick={() => door.ask()}>{t('devices.phone')}</Button>
      </p>
    </>
  );
}
