import '../../i18n/en-words.ts';
import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { endingSoon } from '@turnward/shared/space/retention.ts';
import { Link } from 'wouter';
import { useGuideText, useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import type { Space } from '../../space/replica.ts';
import { Card } from '../../ui/card.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './consents.module.css';

/** ER5. What ends within a week, for both to read in time. */
export function EndingSoon({ space }: { space: Space }) {
  const t = useText();
  const g = useGuideText();
  const { date, moment } = useTimes();
  const ending = endingSoon(space.state, useNow());
  if (ending.length === 0) return null;
  return (
    <Card tone="sunken" labelledBy="ending">
      <h2 id="ending">{t('stays.soon.title')}</h2>
      <p>{t('stays.soon.lead')}</p>
      <ul className={styles.lines}>
        {ending.map(({ talk: { conversationId, guideId, openedAt }, endsAt }) => (
          <li key={conversationId}>
            <Link href={`/kept/${space.state.spaceId}/${conversationId}`}>
              {t('stays.soon', {
                guide: g(guideId, 'title', guideById(guideId)?.title ?? guideId),
                date: date(openedAt),
                moment: moment(endsAt),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
