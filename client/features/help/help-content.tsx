import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { Section } from '../../ui/page.tsx';
import styles from './help.module.css';
import { placesFor, WRITTEN } from './help-lines.ts';

/** R14. People who can act now, by place, dated; and that nobody watches in real time. Asks nothing of any server. */
export function HelpContent() {
  const t = useText();
  const times = useTimes();
  return (
    <>
      <p className={styles.lead}>{t('help.lead')}</p>
      <div className={styles.danger}>
        <h2>{t('help.danger')}</h2>
        <p>{t('help.danger.words')}</p>
      </div>
      <Section title={t('help.numbers')}>
        <p className={styles.small}>{t('help.unverified', { date: times.date(WRITTEN) })}</p>
        {placesFor(navigator.language).map(({ place, lines }) => (
          <div key={place}>
            <h3>{t(place)}</h3>
            <ul className={styles.lines}>
              {lines.map(({ what, shown, href }) => (
                <li key={what}>
                  <a href={href} rel="noreferrer" {...(href.startsWith('https') && { target: '_blank' })}>
                    {shown}
                  </a>
                  <span>{t(what)}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <p>{t('help.notFor')}</p>
      </Section>
      <Section title={t('help.safety')}>
        <ul>
          <li>{t('help.safety.history')}</li>
          <li>{t('help.safety.device')}</li>
          <li>{t('help.safety.share')}</li>
        </ul>
      </Section>
    </>
  );
}
