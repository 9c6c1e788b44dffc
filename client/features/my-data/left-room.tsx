import type { LeftRoom as Room } from '@turnward/shared/wire/doors.ts';
import { Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { askSpace } from '../../space/ask-space.ts';
import { refreshMe } from '../../space/me.ts';
import { useDoor } from '../../space/use-door.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useFocusKept } from '../../ui/use-focus-kept.ts';

/** ER6. What whoever left a space can still do: have their words there destroyed, take back that all of it is deleted. */
export function LeftRoom({ room: { spaceId, at, wordsStay, deletion } }: { room: Room }) {
  const t = useText();
  const { date, moment } = useTimes();
  const id = useId();
  const [sure, setSure] = useState(false);
  const { heading, part } = useFocusKept();
  const cancel = useDoor(askSpace, () => {
    announce(t('mydata.left.cancelled'));
    void refreshMe();
  });
  const erase = useDoor(askSpace, () => {
    setSure(false);
    announce(t('mydata.left.erased'));
    void refreshMe();
  });
  return (
    <Card labelledBy={id} part={part}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {t('mydata.left')}
      </h2>
      <p>{t(wordsStay ? 'mydata.left.on' : 'mydata.left.gone', { date: date(at) })}</p>
      {deletion !== null && <p>{t('mydata.left.deletion', { moment: moment(deletion) })}</p>}
      <RefusalNotice refusal={cancel.refusal} />
      <Actions>
        {deletion !== null && (
          <Button onClick={() => cancel.ask(spaceId, { type: 'CancelDeletion' })} aria-disabled={cancel.asking}>
            {t('mydata.left.cancel')}
          </Button>
        )}
        {wordsStay && <Button onClick={() => setSure(true)}>{t('mydata.left.erase')}</Button>}
      </Actions>
      <Dialog open={sure} onClose={() => setSure(false)} title={t('mydata.left.sure')}>
        <p>{t('mydata.left.means')}</p>
        <p>{t('mydata.left.stays')}</p>
        <RefusalNotice refusal={erase.refusal} />
        <Actions>
          <Button
            kind="danger"
            icon={<Trash2 size={20} aria-hidden="true" />}
            onClick={() => erase.ask(spaceId, { type: 'EraseWords' })}
            aria-disabled={erase.asking}
          >
            {t('mydata.left.do')}
          </Button>
          <Button kind="quiet" onClick={() => setSure(false)}>
            {t('mydata.left.not')}
          </Button>
        </Actions>
      </Dialog>
    </Card>
  );
}
