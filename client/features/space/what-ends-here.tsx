import '../../i18n/en-words.ts';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import type { Space } from '../../space/replica.ts';
import { useSend } from '../../space/use-send.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';

/** ER6, ER8. That a partner left, and that this room will be deleted: whoever announced it can take it back here. */
export function WhatEndsHere({ space }: { space: Space }) {
  const t = useText();
  const { date, moment } = useTimes();
  const { ask, asking, refusal } = useSend(space.send);
  const { state, me, names } = space;
  return (
    <>
      {state.left.map(({ memberId, at }) => (
        <Notice key={memberId}>{t('leaving.left', { name: names[memberId] ?? '', date: date(at) })}</Notice>
      ))}
      {state.deletions.map(({ by, at }) => {
        const mine = by === me?.memberId;
        return (
          <Notice key={by} tone="attention">
            <p>{t(`leaving.announced.${mine ? 'mine' : 'theirs'}`, { name: names[by] ?? '', moment: moment(at) })}</p>
            <RefusalNotice refusal={refusal} />
            {mine && (
              <Button onClick={() => ask({ type: 'CancelDeletion' })} aria-disabled={asking}>
                {t('leaving.announced.cancel')}
              </Button>
            )}
          </Notice>
        );
      })}
    </>
  );
}
