import '../../i18n/en-guests.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import type { GuestRoom } from '@turnward/shared/wire/doors.ts';
import { Link, Redirect } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { pageOf, useGuestIn } from '../../space/me.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { SeatLink } from './seat-link.tsx';
import styles from './seat-links.module.css';

/** ME7. What a founder has of the space before both partners have confirmed them: two links, and whether they were used. */
export function SeatLinksPage({ spaceId }: { spaceId: string }) {
  const t = useText();
  const room = useGuestIn(spaceId);
  useTitle();
  if (room && !(room.founder && room.standing === 'waiting')) return <Redirect to={pageOf(room)} replace />;
  return (
    <Frame>
      {room === undefined && <Page key="waiting" title={t('waiting.title')} />}
      {room === null && (
        <Page key="closed" title={t('space.closed.title')} lead={t('refusal.not-a-member')}>
          <Actions>
            <ButtonLink href="/">{t('missing.start')}</ButtonLink>
          </Actions>
        </Page>
      )}
      {room && <SeatLinks key="links" room={room} />}
    </Frame>
  );
}

function SeatLinks({ room }: { room: GuestRoom }) {
  const t = useText();
  return (
    <Page title={t('therapist.links.title', { room: room.spaceName })} lead={t('therapist.links.lead')} width="wide">
      <div className={styles.seats}>
        {SEATS.map((seat) => (
          <SeatLink key={seat} room={room} seat={seat} />
        ))}
      </div>
      <Notice live>{t('therapist.waiting')}</Notice>
      <Actions>
        <ButtonLink href="/caseload">{t('therapist.caseload')}</ButtonLink>
        <ButtonLink kind="quiet" href={`/guest/${room.spaceId}`}>
          {t('guest.page.withdraw')}
        </ButtonLink>
      </Actions>
      <p>
        {t('guest.page.back')} <Link href="/devices">{t('guest.page.devices')}</Link>
      </p>
    </Page>
  );
}
