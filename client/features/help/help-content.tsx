import '../../i18n/en-shelter.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { useHost } from '../../space/host.ts';
import { Section } from '../../ui/page.tsx';
import styles from './help.module.css';
import { placesFor, type ShownLine } from './help-lines.ts';
import { useHostLines } from './host-lines.ts';
import { WRITTEN } from './own-places.ts';

/** R14. People who can act now, by place, each line dated; and that nobody watches in real time. Needs no connection. */
export function HelpContent() {
  const t = useText();
  const times = useTimes();
  const language = useLanguage();
  const host = useHostLines();
  const { contact } = useHost();
  return (
    <>
      <p className={styles.lead}>{t('help.lead')}</p>
      <div className={styles.danger}>
        <h2>{t('help.danger')}</h2>
        <p>{t('help.danger.words')}</p>
      </div>
      <Section title={t('help.numbers')}>
        <p className={styles.small}>{host ? t('help.host') : t('help.unverified', { date: times.date(WRITTEN) })}</p>
        {placesFor(host, { language, t, languageTag: navigator.language }).map(({ place, lines }) => (
          <div key={place}>
            <h3>{place}</h3>
            <ul className={styles.lines}>
              {lines.map((line) => (
                <Line key={line.href + line.what} line={line} />
              ))}
            </ul>
          </div>
        ))}
        <p>{t('help.notFor')}</p>
        {contact && <p>{t('help.contact', { contact })}</p>}
      </Section>
      <Section title={t('help.safety')}>
        <ul>
          <li>{t('help.safety.history')}</li>
          <li>{t('help.safety.private')}</li>
          <li>{t('help.safety.device')}</li>
          <li>{t('help.safety.lock')}</li>
          <li>{t('help.safety.share')}</li>
        </ul>
        <p>
          {/* A plain link: the page over which this is read may hold words that are not sent yet. */}
          <a href="/leaving" target="_blank" rel="noreferrer">
            {t('help.leaving')}
          </a>
        </p>
      </Section>
    </>
  );
}

function Line({ line: { what, shown, href, checked } }: { line: ShownLine }) {
  const t = useText();
  const times = useTimes();
  return (
    <li>
      <a href={href} rel="noreferrer" {...(href.startsWith('https') && { target: '_blank' })}>
        {shown}
      </a>
      <span>
        {what}
        {checked !== undefined && <small>{t('help.checked', { date: times.date(checked) })}</small>}
      </span>
    </li>
  );
}
