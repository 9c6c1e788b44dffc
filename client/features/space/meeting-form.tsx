import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { latestMeeting, localOf, meetingFits, momentIn } from '../../space/meeting-times.ts';
import type { Space } from '../../space/replica.ts';
import { useSend } from '../../space/use-send.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useNow } from '../../ui/use-now.ts';

/** `at`: the moment that is set already, in ms. */
export function MeetingForm({ space, at, onDone }: { space: Space; at: number | undefined; onDone: () => void }) {
  const t = useText();
  const now = useNow();
  const [local, setLocal] = useState(at === undefined ? '' : localOf(at));
  const { ask, asking, refusal } = useSend(space.send);
  const chosen = momentIn(local);
  const problem = chosen === undefined ? t('meeting.missing') : !meetingFits(chosen, now) && t('refusal.no-such-time');
  const set = async () => {
    if (chosen === undefined) return;
    const reply = await ask({ type: 'SetMeeting', at: chosen });
    if (reply.ok) onDone();
  };
  return (
    <Form problems={[problem]} onSubmit={() => void set()}>
      {([shown]) => (
        <>
          <TextInput
            type="datetime-local"
            label={t('meeting.label')}
            hint={t('meeting.hint')}
            problem={shown}
            value={local}
            onText={setLocal}
            min={localOf(now)}
            max={localOf(latestMeeting(now))}
          />
          <RefusalNotice refusal={refusal} />
          <Actions>
            <Button type="submit" aria-disabled={asking}>
              {t('meeting.save')}
            </Button>
            <Button kind="quiet" onClick={onDone}>
              {t('meeting.cancel')}
            </Button>
          </Actions>
        </>
      )}
    </Form>
  );
}
