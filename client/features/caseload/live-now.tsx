import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { listed } from '../../i18n/listed.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { Mark } from '../../ui/mark.tsx';
import styles from './caseload.module.css';
import { type Couple, type Live, nameIn } from './caseload-view.ts';
import { useNames } from './use-names.ts';

const MINUTE = 60_000;

type LiveNowProps = { couple: Couple; live: Live; now: number };

/** Where a talk stands: what is on, who has the floor, for how long, and how both are connected. */
export function LiveNow({ couple, live, now }: LiveNowProps) {
  const t = useText();
  const g = useGuideText();
  const names = useNames()(couple);
  const { moment, guideId, outline, holders, since, lead, numbers, help, whispers } = live;
  const guide = guideById(guideId);
  const line = guide?.outline.find(({ id }) => id === outline);
  const [holder] = holders;
  const floor = holders.length > 1 ? names : holder && nameIn(couple, holder);
  return (
    <>
      <p className={styles.moment} data-moment={moment}>
        {t(`caseload.moment.${moment}`)}
        <span className={styles.guide}>{guide && g(guide.id, 'title', guide.title)}</span>
      </p>
      {guide && line && (
        <p>
          {t('caseload.step', { step: g(guide.id, `outline.${line.id}`, line.title) })}
          {since !== undefined && (
            <>
              {' · '}
              {t('caseload.minutes', { minutes: Math.max(0, Math.floor((now - since) / MINUTE)) })}
            </>
          )}
        </p>
      )}
      {floor && (
        <p className={styles.floor}>
          {holders.map((seat) => (
            <Mark key={seat} of={seat} />
          ))}
          <span>{t(holders.length > 1 ? 'caseload.floor.both' : 'caseload.floor', { name: floor })}</span>
        </p>
      )}
      <ul className={styles.partners}>
        {SEATS.map((seat) => {
          const partner = couple.partners.find((each) => each.seat === seat);
          if (!partner) return null;
          const waits = help.includes(seat) ? 'help' : whispers.includes(seat) ? 'whisper' : undefined;
          return (
            <li key={seat} data-seat={seat} data-state={partner.presence}>
              <Mark of={seat} />
              <span>
                {t('caseload.partner', {
                  name: partner.name,
                  presence: t(`talk.presence.${partner.presence}`),
                })}
                {waits && <strong className={styles.waits}>{t(`caseload.waits.${waits}`)}</strong>}
              </span>
            </li>
          );
        })}
      </ul>
      <p className={styles.small}>
        {t(`caseload.lead.${lead}`)}
        {' · '}
        {numbers.length === 0
          ? t('caseload.numbers.none')
          : t('caseload.numbers.of', { names: listed(numbers.map((seat) => nameIn(couple, seat))) })}
      </p>
    </>
  );
}
