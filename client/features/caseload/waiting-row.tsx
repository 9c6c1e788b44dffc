import type { GuestRoom } from '@turnward/shared/wire/doors.ts';
import { useId } from 'react';
import { useText } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import styles from './caseload.module.css';

/** A couple that has not confirmed this guest yet, or has frozen their membership: nothing of them is known here (ME1, ME2). */
export function WaitingRow({ room }: { room: GuestRoom }) {
  const t = useText();
  const id = useId();
  const { spaceId, spaceName, standing, practice, invites } = room;
  return (
    <li className={styles.row} data-testid="waiting" data-standing={standing}>
      <article aria-labelledby={id}>
        <div className={styles.who}>
          <h2 id={id}>{spaceName}</h2>
          {practice && (
            <p className={styles.small}>
              <span className={styles.tag}>{t('caseload.rehearsal')}</span>
            </p>
          )}
        </div>
        <p className={styles.now}>{t(standing === 'frozen' ? 'caseload.frozen' : 'caseload.waiting')}</p>
        <div className={styles.ways}>
          {invites.length > 0 && (
            <ButtonLink href={`/therapist/${spaceId}`}>
              {t('caseload.links')}
              <span className="visually-hidden"> {spaceName}</span>
            </ButtonLink>
          )}
          {standing === 'frozen' && (
            <ButtonLink kind="quiet" href={`/caseload/${spaceId}`}>
              {t('caseload.file')}
              <span className="visually-hidden"> {spaceName}</span>
            </ButtonLink>
          )}
        </div>
      </article>
    </li>
  );
}
