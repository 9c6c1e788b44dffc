import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { useId } from 'react';
import { listed } from '../../i18n/listed.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Person } from '../../ui/mark.tsx';
import styles from './caseload.module.css';
import type { Couple } from './caseload-view.ts';
import { LiveNow } from './live-now.tsx';
import { useNames } from './use-names.ts';

/** One couple: who they are, what is on now, and what is agreed. No word of anybody. */
export function CoupleRow({ couple, now }: { couple: Couple; now: number }) {
  const t = useText();
  const id = useId();
  const names = useNames()(couple);
  const { spaceId, spaceName, live, partners, rehearsal } = couple;
  return (
    <li className={styles.row} data-testid="couple" data-live={live ? live.moment : undefined}>
      <article aria-labelledby={id}>
        <div className={styles.who}>
          <h2 id={id}>{names}</h2>
          <p className={styles.small}>
            {rehearsal ? <span className={styles.tag}>{t('caseload.rehearsal')}</span> : spaceName}
          </p>
          {!live && partners.some(({ presence }) => presence !== 'notHere') && (
            <ul className={styles.partners}>
              {partners.map(({ seat, name, presence }) => (
                <li key={seat}>
                  <Person of={seat} name={name} note={t(`talk.presence.${presence}`)} />
                </li>
              ))}
            </ul>
          )}
        </div>
        <div className={styles.now}>
          {live ? <LiveNow couple={couple} live={live} now={now} /> : <Meeting couple={couple} />}
        </div>
        <Facts couple={couple} />
        <div className={styles.ways}>
          {live && (
            <ButtonLink href={`/lead/${live.conversationId}`}>
              {t('caseload.join')}
              <span className="visually-hidden"> {names}</span>
            </ButtonLink>
          )}
          <ButtonLink kind="quiet" href={`/caseload/${spaceId}`}>
            {t('caseload.file')}
            <span className="visually-hidden"> {names}</span>
          </ButtonLink>
        </div>
      </article>
    </li>
  );
}

function Meeting({ couple: { meeting } }: { couple: Couple }) {
  const t = useText();
  const times = useTimes();
  if (!meeting) return <p className={styles.muted}>{t('caseload.meeting.none')}</p>;
  const { at, today } = meeting;
  return (
    <p data-today={today || undefined} className={styles.meeting}>
      {today
        ? t('caseload.meeting.today', { clock: times.clock(at) })
        : t('caseload.meeting.on', { moment: times.moment(at) })}
    </p>
  );
}

function Facts({ couple }: { couple: Couple }) {
  const t = useText();
  const g = useGuideText();
  const times = useTimes();
  const { live, meeting, lastMet, homework, confirmedAt, secrets, observers, facilitators } = couple;
  const guide = homework && g(homework.guideId, 'title', guideById(homework.guideId)?.title ?? '');
  return (
    <dl className={styles.facts}>
      {live && meeting && <Fact name={t('caseload.next')}>{times.moment(meeting.at)}</Fact>}
      <Fact name={t('caseload.lastMet')}>{lastMet ? times.date(lastMet) : t('caseload.lastMet.never')}</Fact>
      {homework && (
        <Fact name={t('caseload.between')}>
          {t(homework.done ? 'caseload.between.done' : 'caseload.between.open', { guide: guide ?? '' })}
        </Fact>
      )}
      {confirmedAt && (
        <Fact name={t('caseload.agreed')}>
          {[
            t('caseload.confirmed', { date: times.date(confirmedAt) }),
            secrets && t(`caseload.secrets.${secrets}`),
            facilitators.length > 0 && t('caseload.with', { names: listed(facilitators) }),
            observers.length > 0 && t('caseload.observers', { names: listed(observers) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
