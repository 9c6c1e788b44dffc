import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { useHost } from '../../space/host.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Frame } from '../../ui/frame.tsx';
import { useHeadingFocus } from '../../ui/page.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { useMe } from './me.ts';
import { Promises } from './promises.tsx';
import styles from './start.module.css';
import { TwoMarks } from './two-marks.tsx';

/** Screen 1: what this is and is not, three ways in, and what holds for one's words. */
export function StartPage() {
  const t = useText();
  const { member } = useMe();
  const { contact } = useHost();
  const heading = useHeadingFocus();
  const spaces = member?.spaces ?? [];
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
          {spaces.length > 0 && <MyRooms spaces={spaces} />}
        </div>
        <section className={styles.doors} aria-label={t('start.doors')}>
          <Door title={t('start.begin.title')} about={t('start.begin.about')}>
            <ButtonLink href="/begin" kind={spaces.length > 0 ? 'secondary' : 'primary'}>
              {t('start.begin')}
            </ButtonLink>
          </Door>
          <Door title={t('start.join.title')} about={t('start.join.about')}>
            <ButtonLink href="/code">{t('start.join')}</ButtonLink>
          </Door>
          <Door title={t('start.practice.title')} about={t('start.practice.about')}>
            <ButtonLink href="/practice">{t('start.practice')}</ButtonLink>
          </Door>
        </section>
        <section className={styles.about}>
          <h2>{t('start.is.title')}</h2>
          <p>{t('start.is')}</p>
          <p>{t('start.isNot')}</p>
          <p>{t('start.notNow')}</p>
        </section>
        <section className={styles.privacy}>
          <h2>{t('start.privacy.title')}</h2>
          <Promises />
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

function MyRooms({ spaces }: { spaces: string[] }) {
  const t = useText();
  return (
    <section className={styles.back}>
      <p>{t('start.back.title')}</p>
      {spaces.map((spaceId, index) => (
        <ButtonLink key={spaceId} href={`/space/${spaceId}`} kind={index === 0 ? 'primary' : 'secondary'}>
          {spaces.length === 1 ? t('start.back.one') : t('start.back.many', { number: index + 1 })}
        </ButtonLink>
      ))}
    </section>
  );
}
