import '../../i18n/en-take-out.ts';
import type { Given } from '@turnward/shared/space/state.ts';
import { Link } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import type { Space } from '../../space/replica.ts';
import type { TheTwo } from '../../space/the-two.ts';
import { useSend } from '../../space/use-send.ts';
import { Button } from '../../ui/button.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { runningConsents } from './agreements.ts';
import styles from './consents.module.css';

type ForAWhileProps = { space: Space; two: TheTwo; now: number };

/** CO2, CO3. What runs out by itself: who agreed, since when, until when; each takes their own back. */
export function ForAWhile({ space, two: { me, otherName }, now }: ForAWhileProps) {
  const t = useText();
  const { date, moment } = useTimes();
  const { ask, refusal } = useSend(space.send);
  const running = runningConsents(space.state, now);
  if (running.length === 0) return null;
  const sentence = ({ what, by, about }: Given) => {
    const whose = by === me.memberId ? 'mine' : 'theirs';
    const talk = space.state.conversations.find(({ conversationId }) => conversationId === about);
    if (what === 'full-export' && talk) {
      return t(`agreed.full-export.one.${whose}`, { name: otherName, talk: date(talk.openedAt) });
    }
    return t(what === 'delete-space' ? `agreed.delete-space.${whose}` : `agreed.full-export.${whose}`, {
      name: otherName,
    });
  };
  const takeBack = ({ what, about }: Given) => ask({ type: 'WithdrawConsent', what, ...(about !== null && { about }) });
  return (
    <section className={styles.part} aria-labelledby="agreed-more">
      <h3 id="agreed-more">{t('agreed.more.title')}</h3>
      <ul className={styles.lines}>
        {running.map((given) => (
          <li key={`${given.what} ${given.by} ${given.about}`} data-consent={given.what}>
            {sentence(given)}
            <span className={styles.small}>
              {t('agreed.since.until', { date: date(given.at), moment: moment(given.expiresAt ?? given.at) })}
            </span>
            {given.what === 'full-export' && (
              <Link href={`/take-out/${[space.state.spaceId, ...(given.about ? [given.about] : [])].join('/')}`}>
                {t('takeout.see')}
              </Link>
            )}
            {given.by === me.memberId && (
              <Button
                kind="quiet"
                onClick={() => takeBack(given)}
                aria-label={`${t('agreed.take')}: ${sentence(given)}`}
              >
                {t('agreed.take')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <RefusalNotice refusal={refusal} />
    </section>
  );
}
