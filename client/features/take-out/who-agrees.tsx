import { CONSENT_VERSIONS, consentOf } from '@turnward/shared/space/consents.ts';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import type { Space } from '../../space/replica.ts';
import type { TheTwo } from '../../space/the-two.ts';
import { useSend } from '../../space/use-send.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './take-out.module.css';

export type TakeOutPart = { space: Space; two: TheTwo; about: string | undefined };

/** CO1, CO2. Each for themself: who has agreed until when, and giving or taking back one’s own. */
export function WhoAgrees({ space, two: { me, other, otherName: name }, about }: TakeOutPart) {
  const t = useText();
  const { moment } = useTimes();
  const now = useNow();
  const { ask, asking, refusal } = useSend(space.send);
  const what = 'full-export';
  const until = (memberId: string) => consentOf(space.state, memberId, what, now, about ?? null)?.expiresAt;
  const mine = until(me.memberId);
  const theirs = until(other?.memberId ?? '');
  const aboutIt = about === undefined ? {} : { about };
  const change = () =>
    ask(
      mine
        ? { type: 'WithdrawConsent', what, ...aboutIt }
        : { type: 'GiveConsent', what, version: CONSENT_VERSIONS[what], ...aboutIt },
    );
  const practice = other?.practice !== null && other?.practice !== undefined;
  return (
    <Section title={t('takeout.who')}>
      <ul className={styles.who}>
        <li data-agrees={mine !== undefined}>
          {mine ? t('takeout.mine', { moment: moment(mine) }) : t('takeout.mine.not')}
        </li>
        <li data-agrees={practice || theirs !== undefined}>
          {practice
            ? t('takeout.theirs.practice', { name })
            : theirs
              ? t('takeout.theirs', { name, moment: moment(theirs) })
              : t('takeout.theirs.not', { name })}
        </li>
      </ul>
      {!mine && <p>{t('takeout.give.means')}</p>}
      <RefusalNotice refusal={refusal} />
      <div>
        <Button onClick={change} aria-disabled={asking}>
          {t(mine ? 'takeout.take' : about === undefined ? 'takeout.give' : 'takeout.give.one')}
        </Button>
      </div>
    </Section>
  );
}
