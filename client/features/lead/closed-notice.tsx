import type { GuestRoom } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { Notice } from '../../ui/notice.tsx';
import { ActButton, useClosedWords } from './act-button.tsx';
import type { Closed } from './acts-view.ts';
import type { Acting } from './use-act.ts';

export type ClosedNoticeProps = { room: GuestRoom; closed: Closed | null; acting: Acting };

/** Why all acts alike are closed, said once; where nobody leads, the way to lead. */
export function ClosedNotice({ room, closed, acting: { act, sending } }: ClosedNoticeProps) {
  const t = useText();
  const words = useClosedWords(room);
  if (!closed) return null;
  return (
    <>
      <Notice>
        <p data-testid="closed" data-closed={closed}>
          {words(closed)}
        </p>
      </Notice>
      {closed === 'nobody-leads' && (
        <div>
          <ActButton room={room} of="TakeLead" kind="primary" busy={sending} onPress={() => act({ type: 'TakeLead' })}>
            {t('lead.take')}
          </ActButton>
        </div>
      )}
    </>
  );
}
