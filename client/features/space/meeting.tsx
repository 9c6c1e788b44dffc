import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import type { Space } from '../../space/replica.ts';
import { useSend } from '../../space/use-send.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useNow } from '../../ui/use-now.ts';
import { MeetingForm } from './meeting-form.tsx';
import styles from './space.module.css';
import { useKeptFocus } from './use-kept-focus.ts';

/** When these people meet next (ME10): set by any partner or facilitator, with the name of who did. */
export function Meeting({ space }: { space: Space }) {
  const t = useText();
  const times = useTimes();
  const now = useNow();
  const [setting, setSetting] = useState(false);
  const { ask, refusal } = useSend(space.send);
  const { meeting } = space.state;
  const { heading, acted } = useKeptFocus(`${setting} ${meeting?.at}`);
  const open = (on: boolean) => {
    acted();
    setSetting(on);
  };
  return (
    <Card labelledBy="meeting">
      <h2 id="meeting" ref={heading} tabIndex={-1}>
        {t('meeting.title')}
      </h2>
      {meeting ? (
        <p>
          <strong>{times.moment(meeting.at)}</strong>
          <span className={styles.note}>
            {t(meeting.at > now ? 'meeting.by' : 'meeting.over', { name: space.names[meeting.by] ?? '' })}
          </span>
        </p>
      ) : (
        <p className={styles.muted}>{t('meeting.none')}</p>
      )}
      {setting ? (
        <MeetingForm space={space} at={meeting?.at} onDone={() => open(false)} />
      ) : (
        <>
          <RefusalNotice refusal={refusal} />
          <Actions>
            <Button onClick={() => open(true)}>{t(meeting ? 'meeting.change' : 'meeting.set')}</Button>
            {meeting && (
              <Button
                kind="quiet"
                onClick={() => {
                  acted();
                  void ask({ type: 'SetMeeting', at: null });
                }}
              >
                {t('meeting.clear')}
              </Button>
            )}
          </Actions>
        </>
      )}
    </Card>
  );
}
