import type { Me } from '@turnward/shared/wire/doors.ts';
import { useText } from '../../i18n/text.ts';
import { pageOf } from '../../space/me.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { roomsOf } from './rooms-view.ts';
import styles from './start.module.css';

/** The way back for whoever is signed in here: to their own rooms first, then to those where they accompany others. */
export function MyRooms({ member }: { member: NonNullable<Me['member']> }) {
  const t = useText();
  const { spaces, caseload, others } = roomsOf(member);
  return (
    <section className={styles.back}>
      <p>{t('start.back.title')}</p>
      {spaces.map((spaceId, index) => (
        <ButtonLink key={spaceId} href={`/space/${spaceId}`} kind={index === 0 ? 'primary' : 'secondary'}>
          {spaces.length === 1 ? t('start.back.one') : t('start.back.many', { number: index + 1 })}
        </ButtonLink>
      ))}
      {caseload && (
        <ButtonLink href="/caseload" kind={spaces.length === 0 ? 'primary' : 'secondary'}>
          {t('start.back.caseload')}
        </ButtonLink>
      )}
      {others.map((room) => (
        <ButtonLink key={room.spaceId} href={pageOf(room)}>
          {t(`start.back.${room.standing}`, { room: room.spaceName })}
        </ButtonLink>
      ))}
      {member.left && <ButtonLink href="/my-data">{t('start.back.left', { count: member.left.length })}</ButtonLink>}
    </section>
  );
}
