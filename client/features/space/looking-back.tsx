import { CONSENT_VERSIONS } from '@turnward/shared/space/consents.ts';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import type { Space } from '../../space/replica.ts';
import type { TheTwo } from '../../space/the-two.ts';
import { useSend } from '../../space/use-send.ts';
import { Button } from '../../ui/button.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { lookingBack, type LookingBack as Standing } from './agreements.ts';
import styles from './consents.module.css';

/** CO4, R20. Whether each stands by the other reading kept talks alone: one's own to give and to take back, at any time. */
export function LookingBack({ space, two: { me, other, otherName } }: { space: Space; two: TheTwo }) {
  const t = useText();
  const { ask, asking, refusal } = useSend(space.send);
  const { state, log } = space;
  const mine = lookingBack(state, log, me.memberId);
  const what = 'look-back-alone';
  const change = () =>
    ask(
      mine.agrees
        ? { type: 'WithdrawConsent', what }
        : { type: 'GiveConsent', what, version: CONSENT_VERSIONS['look-back-alone'] },
    );
  return (
    <section className={styles.part} aria-labelledby="agreed-alone">
      <h3 id="agreed-alone">{t('agreed.alone.title')}</h3>
      <p>{t('agreed.alone.lead')}</p>
      <ul className={styles.lines}>
        <Line whose="mine" standing={mine} name={otherName} />
        {other && <Line whose="theirs" standing={lookingBack(state, log, other.memberId)} name={otherName} />}
      </ul>
      <RefusalNotice refusal={refusal} />
      <div>
        <Button onClick={change} aria-disabled={asking}>
          {t(mine.agrees ? 'agreed.alone.take' : 'agreed.alone.give')}
        </Button>
      </div>
    </section>
  );
}

function Line({ whose, standing, name }: { whose: 'mine' | 'theirs'; standing: Standing; name: string }) {
  const t = useText();
  const { date } = useTimes();
  const { agrees, since } = standing;
  return (
    <li data-agrees={agrees} data-whose={whose}>
      {t(agrees ? `agreed.alone.${whose}` : `agreed.alone.${whose}.not`, { name })}
      <span className={styles.small}>
        {since === null ? t('agreed.alone.kept') : t('agreed.since', { date: date(since) })}
      </span>
    </li>
  );
}
