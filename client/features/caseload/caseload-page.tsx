import type { GuestRoom } from '@turnward/shared/wire/doors.ts';
import { useState } from 'react';
import { type CaseloadRow, useCaseload } from '../../conversation/caseload.ts';
import '../../i18n/en-helpers.ts';
import { useText } from '../../i18n/text.ts';
import { useSlowClock } from '../../room/slow-clock.ts';
import { useGuestRooms } from '../../space/guest-rooms.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Frame } from '../../ui/frame.tsx';
import { lineWords } from '../../ui/line-words.ts';
import { Actions, Page } from '../../ui/page.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { Calls } from './calls.tsx';
import styles from './caseload.module.css';
import { type Filter, inOrder } from './caseload-order.ts';
import { coupleOf } from './caseload-view.ts';
import { CoupleRow } from './couple-row.tsx';
import { dayFrom } from './day.ts';
import { Filters } from './filters.tsx';
import { NobodyYet, Past } from './nobody-yet.tsx';
import { WaitingRow } from './waiting-row.tsx';

/** Screen 17: the couples somebody accompanies, in one list. Headers alone: no word of anybody is here (CA1). */
export function CaseloadPage() {
  const t = useText();
  const known = useGuestRooms();
  useTitle();
  if (known.phase === 'ready') return <Caseload memberId={known.memberId} rooms={known.rooms.filter(isFacilitators)} />;
  return (
    <Frame>
      {known.phase === 'connecting' && <Page title={t('waiting.title')} />}
      {known.phase === 'unreachable' && <Page title={t('caseload.title')} lead={t('refusal.unavailable')} />}
      {known.phase === 'nobody' && <NobodyYet />}
    </Frame>
  );
}

const isFacilitators = ({ role }: GuestRoom): boolean => role === 'facilitator';

function Caseload({ memberId, rooms }: { memberId: string; rooms: readonly GuestRoom[] }) {
  const t = useText();
  const [filter, setFilter] = useState<Filter>('all');
  const rows = useCaseload(rooms.flatMap(({ spaceId, standing }) => (standing === 'active' ? [spaceId] : [])));
  const now = useSlowClock(clockOf(rows));
  const day = dayFrom(now);
  const couples = rows.flatMap((row) => (row.space.phase === 'ready' ? [coupleOf(row, memberId, day)] : []));
  const waiting = rooms.filter(({ standing }) => standing === 'waiting' || standing === 'frozen');
  const [first] = rows;
  const counts = {
    all: couples.length + waiting.length,
    live: inOrder(couples, 'live').length,
    today: inOrder(couples, 'today').length,
    waiting: waiting.length,
  };
  const shown = inOrder(couples, filter);
  const shownWaiting = filter === 'all' || filter === 'waiting' ? waiting : [];
  return (
    <Frame connection={first && lineWords(first.space.connection, t)}>
      {counts.all === 0 && rows.length === 0 ? (
        <NobodyYet rooms={rooms} />
      ) : (
        <Page title={t('caseload.title')} lead={t('caseload.lead')} width="wide">
          <Calls couples={couples} />
          <Filters filter={filter} counts={counts} onFilter={setFilter} />
          {shown.length + shownWaiting.length === 0 && <p className={styles.muted}>{t(`caseload.none.${filter}`)}</p>}
          <ul className={styles.rows} aria-label={t('caseload.title')}>
            {shown.map((couple) => (
              <CoupleRow key={couple.spaceId} couple={couple} now={now} />
            ))}
            {shownWaiting.map((room) => (
              <WaitingRow key={room.spaceId} room={room} />
            ))}
          </ul>
          <Actions>
            <ButtonLink href="/therapist">{t('caseload.open')}</ButtonLink>
            <ButtonLink href="/rehearse" kind="quiet">
              {t('caseload.rehearse')}
            </ButtonLink>
          </Actions>
          <Past rooms={rooms} />
        </Page>
      )}
    </Frame>
  );
}

/** The server's clock, where a talk is on; this device's until then. */
const clockOf =
  (rows: readonly CaseloadRow[]): (() => number) =>
  () =>
    (rows.find(({ talk }) => talk)?.talk?.now ?? Date.now)();
