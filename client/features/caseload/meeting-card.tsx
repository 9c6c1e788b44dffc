import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { useSlowClock } from '../../room/slow-clock.ts';
import { latestMeeting, localOf, meetingFits, momentIn } from '../../space/meeting-times.ts';
import type { Space } from '../../space/replica.ts';
import { useSend } from '../../space/use-send.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextInput } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import styles from './couple.module.css';

/** When the next meeting is: each of them may set it, and all three see it (ME10). */
export function MeetingCard({ space }: { space: Space }) {
  const t = useText();
  const times = useTimes();
  const { meeting } = space.state;
  const [box, setBox] = useState(meeting ? localOf(meeting.at) : '');
  const { ask, asking, refusal } = useSend(space.send);
  const { heading, part } = useFocusKept();
  const now = useSlowClock(Date.now, 30_000);
  const at = momentIn(box);
  const problem = at === undefined ? t('couple.meeting.missing') : !meetingFits(at, now) && t('refusal.no-such-time');
  const set = async (next: number | null) => {
    const reply = await ask({ type: 'SetMeeting', at: next });
    if (!reply.ok) return;
    if (next === null) setBox('');
    announce(t(next === null ? 'couple.meeting.cleared' : 'couple.meeting.saved'));
  };
  return (
    <Card labelledBy="meeting" part={part}>
      <h2 id="meeting" ref={heading} tabIndex={-1}>
        {t('couple.meeting')}
      </h2>
      <p>
        {meeting
          ? t('couple.meeting.at', { moment: times.moment(meeting.at), name: space.names[meeting.by] ?? '' })
          : t('couple.meeting.none')}
      </p>
      <Form problems={[problem]} onSubmit={() => at && void set(at)}>
        {([shown]) => (
          <>
            <TextInput
              type="datetime-local"
              label={t('couple.meeting.when')}
              problem={shown}
              value={box}
              onText={setBox}
              min={localOf(now)}
              max={localOf(latestMeeting(now))}
            />
            <RefusalNotice refusal={refusal} />
            <Actions>
              <Button type="submit" aria-disabled={asking}>
                {t('couple.meeting.set')}
              </Button>
              {meeting && (
                <Button kind="quiet" onClick={() => set(null)} aria-disabled={asking}>
                  {t('couple.meeting.clear')}
                </Button>
              )}
            </Actions>
          </>
        )}
      </Form>
      <p className={styles.small}>{t('couple.seen')}</p>
    </Card>
  );
}
