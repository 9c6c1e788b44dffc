import type { Seat } from '@turnward/shared/kernel/stream.ts';
import type { GuestRoom, MadeInvite } from '@turnward/shared/wire/doors.ts';
import { Link2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { askSpace } from '../../space/ask-space.ts';
import { type Answer, doors } from '../../space/doors.ts';
import { refreshMe } from '../../space/me.ts';
import { useDoor } from '../../space/use-door.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { MadeLink } from '../../ui/made-link.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import styles from './seat-links.module.css';
import { inviteOf, openFor } from './seat-links-view.ts';

type MadeLinkInvite = Extract<MadeInvite, { via: 'link' }>;

/** The one-time link of one partner: made, shown once, taken back, made anew, and whether it has brought somebody in. */
export function SeatLink({ room, seat }: { room: GuestRoom; seat: Seat }) {
  const t = useText();
  const times = useTimes();
  const id = useId();
  const { heading, part } = useFocusKept();
  const [made, setMade] = useState<MadeLinkInvite>();
  const known = inviteOf(room.invites, seat);
  const takeBack = async (): Promise<Answer<null>> => {
    for (const inviteId of openFor(room.invites, seat)) {
      const gone = await askSpace(room.spaceId, { type: 'RevokeInvite', inviteId });
      // Used meanwhile: the person is in, and there is nothing left to take back.
      if (!gone.ok && gone.refusal !== 'invite-used') return gone;
    }
    return { ok: true, value: null };
  };
  const makeAnew = async (): Promise<Answer<MadeLinkInvite>> => {
    const gone = await takeBack();
    return gone.ok ? doors.makeInvite(room.spaceId, { via: 'link', seat }) : gone;
  };
  const making = useDoor(makeAnew, async (invite) => {
    await refreshMe();
    setMade(invite);
  });
  const revoking = useDoor(takeBack, async () => {
    await refreshMe();
    announce(t('invite.revoked'));
  });
  const status = known?.status ?? 'none';
  const shown = made && made.inviteId === known?.inviteId && known.status === 'open' ? made : undefined;
  const moment = times.moment(known?.expiresAt ?? 0);
  const title = t(`therapist.seat.${seat}`);
  return (
    <Card labelledBy={id} part={part}>
      <h2 id={id} ref={heading} tabIndex={-1} className={styles.title}>
        <Mark of={seat} />
        {title}
      </h2>
      <p role="status" data-status={status}>
        {t(status === 'open' && !shown ? 'therapist.seat.hidden' : `therapist.seat.${status}`, { moment })}
      </p>
      {shown && (
        <MadeLink
          url={shown.url}
          label={title}
          qrLabel={t('therapist.seat.qr')}
          until={t('invite.link.until', { moment: times.moment(shown.expiresAt) })}
        />
      )}
      <RefusalNotice refusal={making.refusal ?? revoking.refusal} />
      {status !== 'used' && (
        <Actions>
          <Button
            icon={<Link2 size={20} aria-hidden="true" />}
            onClick={() => making.ask()}
            aria-disabled={making.asking}
            aria-describedby={id}
          >
            {t(known ? 'therapist.seat.anew' : 'therapist.seat.make')}
          </Button>
          {status === 'open' && (
            <Button kind="quiet" onClick={() => revoking.ask()} aria-describedby={id}>
              {t('invite.revoke')}
            </Button>
          )}
        </Actions>
      )}
    </Card>
  );
}
