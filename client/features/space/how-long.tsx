import { LONGEST_RETENTION, retentionOf, SHORTEST_RETENTION, wishOf } from '@turnward/shared/space/retention.ts';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import type { TheTwo } from '../../space/the-two.ts';
import { useSend } from '../../space/use-send.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './consents.module.css';

/** In days. */
const OFFERED = [SHORTEST_RETENTION, 30, 90, 180, LONGEST_RETENTION];

/** ER4. How long kept talks stay: either shortens at once, longer holds once both wish it. */
export function HowLong({ space, two: { me, other, otherName } }: { space: Space; two: TheTwo }) {
  const t = useText();
  const { ask, asking, refusal } = useSend(space.send);
  const { state } = space;
  const days = retentionOf(state);
  const mine = wishOf(state, me.memberId);
  const theirs = other && !other.practice ? wishOf(state, other.memberId) : undefined;
  // Only who has said a wish is waiting for the other.
  const iWait = me.memberId in state.retention && mine > days;
  const theyWait = other !== undefined && other.memberId in state.retention && theirs !== undefined && theirs > days;
  return (
    <section className={styles.part} aria-labelledby="agreed-stays">
      <h3 id="agreed-stays">{t('agreed.stays.title')}</h3>
      <p data-days={days}>{t(theirs === undefined ? 'agreed.stays.alone' : 'agreed.stays', { days })}</p>
      <div role="status" className={styles.waits}>
        {iWait && <p>{t('agreed.stays.mine', { days: mine, name: otherName })}</p>}
        {theyWait && <p>{t('agreed.stays.theirs', { days: theirs, name: otherName })}</p>}
      </div>
      {theyWait && (
        <div>
          <Button onClick={() => ask({ type: 'SetRetention', days: theirs })} aria-disabled={asking}>
            {t('agreed.stays.join', { days: theirs })}
          </Button>
        </div>
      )}
      <RefusalNotice refusal={refusal} />
      <Disclosure summary={t('agreed.stays.change')}>
        <Wish key={mine} mine={mine} onWish={(wish) => ask({ type: 'SetRetention', days: wish })} asking={asking} />
      </Disclosure>
    </section>
  );
}

type WishProps = { mine: number; onWish: (days: number) => void; asking: boolean };

function Wish({ mine, onWish, asking }: WishProps) {
  const t = useText();
  const [chosen, setChosen] = useState(mine);
  const offered = OFFERED.includes(mine) ? OFFERED : [...OFFERED, mine].toSorted((one, other) => one - other);
  return (
    <div className={styles.wish}>
      <RadioCards
        label={t('agreed.stays.choose')}
        hint={t('agreed.stays.hint')}
        value={String(chosen)}
        onValue={(days) => setChosen(Number(days))}
        options={offered.map((days) => ({ value: String(days), label: t('agreed.stays.days', { days }) }))}
      />
      <div>
        <Button onClick={() => onWish(chosen)} aria-disabled={asking}>
          {t('agreed.stays.save')}
        </Button>
      </div>
    </div>
  );
}
