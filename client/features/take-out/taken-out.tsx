import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import type { Space } from '../../space/replica.ts';
import { Section } from '../../ui/page.tsx';
import styles from './take-out.module.css';

/** CO3, CO8. What was taken out so far, for both to read: by whom, when, and the seal that such a file must have. */
export function TakenOut({ space: { log, state, names } }: { space: Space }) {
  const t = useText();
  const { date, moment } = useTimes();
  const out = log.flatMap(({ event, at, seq }) => (event.type === 'TranscriptExported' ? [{ ...event, at, seq }] : []));
  if (out.length === 0) return null;
  return (
    <Section title={t('takeout.before')}>
      <ul className={styles.who}>
        {out.toReversed().map(({ by, at, seq, about, seal }) => {
          const talk = state.conversations.find(({ conversationId }) => conversationId === about);
          const values = { by: names[by] ?? '', moment: moment(at) };
          return (
            <li key={seq}>
              {talk
                ? t('takeout.before.one', { ...values, date: date(talk.openedAt) })
                : t('takeout.before.all', values)}
              <span className={styles.seal}>{t('takeout.seal', { seal })}</span>
            </li>
          );
        })}
      </ul>
      <p className={styles.small}>{t('takeout.seal.means')}</p>
    </Section>
  );
}
