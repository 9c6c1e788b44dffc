import '../../i18n/en-guests.ts';
import type { GuestRoom } from '@turnward/shared/wire/doors.ts';
import { useState } from 'react';
import { Link, Redirect } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { askSpace } from '../../space/ask-space.ts';
import { pageOf, refreshMe, useGuestIn, useMe } from '../../space/me.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useTitle } from '../../ui/use-title.ts';

/** How somebody stands who asked to be a guest, or was one. Once both have confirmed, it leads on by itself (ME1). */
export function GuestPage({ spaceId }: { spaceId: string }) {
  const t = useText();
  const room = useGuestIn(spaceId);
  useTitle();
  if (room?.standing === 'active') return <Redirect to={pageOf(room)} replace />;
  return (
    <Frame>
      {room === undefined && <Page key="asking" title={t('waiting.title')} />}
      {room === null && (
        <Page key="closed" title={t('space.closed.title')} lead={t('refusal.not-a-member')}>
          <Actions>
            <ButtonLink href="/">{t('missing.start')}</ButtonLink>
          </Actions>
        </Page>
      )}
      {room && <Standing key={room.standing} room={room} standing={room.standing} />}
    </Frame>
  );
}

function Standing({ room, standing }: { room: GuestRoom; standing: Exclude<GuestRoom['standing'], 'active'> }) {
  const t = useText();
  const waits = standing === 'waiting' || standing === 'frozen';
  const isHelper = room.role === 'facilitator';
  return (
    <Page
      title={t(`guest.page.${standing}.title`, { room: room.spaceName })}
      lead={t(`guest.page.${standing}`, { room: room.spaceName })}
    >
      {waits && <Notice live>{t('guest.page.still')}</Notice>}
      {standing === 'waiting' && (
        <p>
          {t('guest.page.back')} <Link href="/devices">{t('guest.page.devices')}</Link>
        </p>
      )}
      <Actions>
        {isHelper && <ButtonLink href="/caseload">{t('therapist.caseload')}</ButtonLink>}
        {!isHelper && !waits && <ButtonLink href="/">{t('missing.start')}</ButtonLink>}
      </Actions>
      {waits && <Withdraw room={room} />}
    </Page>
  );
}

/** A guest may always go, without a reason; asked once, since coming back takes another invitation. */
function Withdraw({ room }: { room: GuestRoom }) {
  const t = useText();
  const memberId = useMe()?.member?.memberId ?? '';
  const [asking, setAsking] = useState(false);
  const door = useDoor(askSpace, refreshMe);
  if (!asking) {
    return (
      <div>
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {t('guest.page.withdraw')}
        </Button>
      </div>
    );
  }
  return (
    <div>
      <p>{t('guest.page.withdraw.sure')}</p>
      <RefusalNotice refusal={door.refusal} />
      <Actions>
        <Button onClick={() => door.ask(room.spaceId, { type: 'EndMembership', memberId })} aria-disabled={door.asking}>
          {t('guest.page.withdraw.yes')}
        </Button>
        <Button kind="quiet" onClick={() => setAsking(false)}>
          {t('guest.page.withdraw.no')}
        </Button>
      </Actions>
    </div>
  );
}
