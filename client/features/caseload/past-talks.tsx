import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { FileText } from 'lucide-react';
import { useGuideText, useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import type { Space } from '../../space/replica.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import styles from './couple.module.css';
import { type PastTalk, pastTalks } from './couple-view.ts';

/** The talks that ended since this facilitator came, each with their progress note. The words are the couple's (ME8). */
export function PastTalks({ space, memberId }: { space: Space; memberId: string }) {
  const t = useText();
  const talks = pastTalks(space.state, memberId);
  return (
    <Card labelledBy="past-talks">
      <h2 id="past-talks">{t('couple.past')}</h2>
      <p className={styles.muted}>{t(talks.length > 0 ? 'couple.past.lead' : 'couple.past.none')}</p>
      {talks.length > 0 && (
        <ul className={styles.talks}>
          {talks.map((talk) => (
            <Talk key={talk.conversationId} talk={talk} spaceId={space.state.spaceId} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Talk({ talk, spaceId }: { talk: PastTalk; spaceId: string }) {
  const t = useText();
  const g = useGuideText();
  const times = useTimes();
  const { conversationId, guideId, openedAt, closed } = talk;
  const date = times.date(openedAt);
  return (
    <li>
      <span>
        {date}
        <span className={styles.note}>
          {g(guideId, 'title', guideById(guideId)?.title ?? '')} · {t(`couple.ended.${closed.reason}`)}
        </span>
      </span>
      <ButtonLink href={`/caseload/${spaceId}/note/${conversationId}`} icon={<FileText size={20} aria-hidden="true" />}>
        {t('couple.note')}
        <span className="visually-hidden"> {date}</span>
      </ButtonLink>
    </li>
  );
}
