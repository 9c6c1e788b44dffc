import { GUIDES, guideById } from '@turnward/shared/guides/all-guides.ts';
import { useState } from 'react';
import { useGuideText, useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import type { Space } from '../../space/replica.ts';
import { useSend } from '../../space/use-send.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Actions } from '../../ui/page.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import { homeworkIn } from './caseload-view.ts';
import styles from './couple.module.css';

/** A talk that is suggested to both until the next meeting; either of them may put it away (ME10). */
export function HomeworkCard({ space }: { space: Space }) {
  const t = useText();
  const g = useGuideText();
  const times = useTimes();
  const [guideId, setGuideId] = useState(GUIDES[0]?.id ?? '');
  const { ask, asking, refusal } = useSend(space.send);
  const { heading, part } = useFocusKept();
  const homework = homeworkIn(space.state);
  const set = async (next: string | null) => {
    const reply = await ask({ type: 'SetHomework', guideId: next });
    if (reply.ok) announce(t(next === null ? 'couple.homework.cleared' : 'couple.homework.saved'));
  };
  return (
    <Card labelledBy="homework" part={part}>
      <h2 id="homework" ref={heading} tabIndex={-1}>
        {t('couple.homework')}
      </h2>
      {homework ? (
        <>
          <p>
            {t(homework.done ? 'couple.homework.done' : 'couple.homework.open', {
              guide: g(homework.guideId, 'title', guideById(homework.guideId)?.title ?? ''),
              date: times.date(homework.since),
            })}
          </p>
          <RefusalNotice refusal={refusal} />
          <div>
            <Button onClick={() => set(null)} aria-disabled={asking}>
              {t('couple.homework.clear')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <RadioCards
            label={t('couple.homework.guide')}
            value={guideId}
            onValue={setGuideId}
            options={GUIDES.map(({ id, title }) => ({ value: id, label: g(id, 'title', title) }))}
          />
          <RefusalNotice refusal={refusal} />
          <Actions>
            <Button onClick={() => set(guideId)} aria-disabled={asking}>
              {t('couple.homework.set')}
            </Button>
          </Actions>
        </>
      )}
      <p className={styles.small}>{t('couple.homework.seen')}</p>
    </Card>
  );
}
