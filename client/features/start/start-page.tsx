import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { useHost } from '../../space/host.ts';
import { useMe } from '../../space/me.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Frame } from '../../ui/frame.tsx';
import { NotNow } from '../../ui/not-now.tsx';
import { useHeadingFocus } from '../../ui/page.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { MyRooms } from './my-rooms.tsx';
import { Promises } from './promises.tsx';
import styles from './start.module.css';
import { TwoMarks } from './two-marks.tsx';

/** Screen 1: what this is and is not, three ways in and a quiet fourth, and what holds for one's words. */
export function StartPage() {
  const t = useText();
  const member = useMe()?.member;
  const { contact } = useHost();
  const heading = useHeadingFocus();
  const known = member ? member.spaces.length + member.guestIn.length > 0 : false;
  const knows = known || member?.left !== undefined;
  useTitle();
  return (
    <Frame>
      <div className={styles.start}>
        <div className={styles.intro}>
          <TwoMarks />
          <h1 ref={heading} tabIndex={-1}>
            {t('start.title')}
          </h1>
          <p className={styles.lead}>{t('start.lead')}</p>
          {member && knows && <MyRooms member={member} />}
        </div>
        <section className={styles.doors} aria-label={t('start.doors')}>
          <Door title={t('start.begin.title')} about={t('start.begin.about')}>
            <ButtonLink href="/begin" kind={known ? 'secondary' : 'primary'}>
              {t('start.begin')}
            </ButtonLink>
          </Door>
          <Door title={t('start.join.title')} about={t('start.join.about')}>
            <ButtonLink href="/code">{t('start.join')}</ButtonLink>
          </Door>
          <Door title={t('start.practice.title')} about={t('start.practice.about')}>
            <ButtonLink href="/practice">{t('start.practice')}</ButtonLink>
          </Door>
          <p className={styles.quiet}>
            {member ? (
              <Link href="/account">{t('start.account')}</Link>
            ) : (
              <Link href="/sign-in">{t('start.signIn')}</Link>
            )}
            <Link href="/therapist">{t('start.accompany')}</Link>
          </p>
        </section>
        <section className={styles.about}>
          <h2>{t('start.is.title')}</h2>
          <p>{t('start.is')}</p>
          <p>{t('start.isNot')}</p>
          <NotNow />
        </section>
        <section className={styles.privacy}>
          <h2>{t('start.privacy.title')}</h2>
          <Promises />
          <p>
            <Link href="/who-reads">{t('start.reads')}</Link>
          </p>
          <p>
            <Link href="/leaving">{t('start.leave')}</Link>
          </p>
        </section>
        {contact && <p className={styles.host}>{t('start.host', { contact })}</p>}
      </div>
    </Frame>
  );
}

function Door({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <div className={styles.door}>
      <div>
        <h2>{title}</h2>
        <p>{about}</p>
      </div>
      {children}
    </div>
  );
}
