import type { GuestRoom } from '@turnward/shared/wire/doors.ts';
import { Link } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Actions, Page, Section } from '../../ui/page.tsx';
import styles from './caseload.module.css';

/** Before the first couple, or after the last one: what there is to do, and the notes that are left. */
export function NobodyYet({ rooms = [] }: { rooms?: readonly GuestRoom[] }) {
  const t = useText();
  return (
    <Page title={t('caseload.title')} lead={t('caseload.empty')}>
      <p>{t('caseload.empty.how')}</p>
      <Actions>
        <ButtonLink kind="primary" href="/therapist">
          {t('caseload.open')}
        </ButtonLink>
        <ButtonLink href="/rehearse">{t('caseload.rehearse')}</ButtonLink>
      </Actions>
      <Past rooms={rooms} />
    </Page>
  );
}

/** Memberships that have ended: one's own notes are still one's own (NO2). */
export function Past({ rooms }: { rooms: readonly GuestRoom[] }) {
  const t = useText();
  const ended = rooms.filter(({ standing }) => standing === 'ended');
  if (ended.length === 0) return null;
  return (
    <Section title={t('caseload.past')}>
      <p className={styles.muted}>{t('caseload.past.lead')}</p>
      <ul className={styles.past}>
        {ended.map(({ spaceId, spaceName }) => (
          <li key={spaceId}>
            <Link href={`/caseload/${spaceId}`}>{spaceName}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
