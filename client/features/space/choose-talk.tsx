import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useFit } from '../../space/fit.ts';
import type { Space } from '../../space/replica.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { suggestedTalk } from './guests-view.ts';
import { GuideCard } from './guide-card.tsx';
import styles from './space.module.css';

type ChooseTalkProps = { spaceId: string; space: Space; complete: boolean };

/** The guides to choose from; each can be looked at before anything is opened. */
export function ChooseTalk({ spaceId, space, complete }: ChooseTalkProps) {
  const t = useText();
  const locked = useFit(spaceId)?.deepTalks === 'needs-a-facilitator';
  const suggested = suggestedTalk(space.state);
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Section title={t('guide.choose')}>
      {!complete && <Notice>{t('guide.alone')}</Notice>}
      <ul className={styles.guides}>
        {GUIDES.map((guide) => (
          <li key={guide.id}>
            <GuideCard
              guide={guide}
              suggestedBy={suggested?.guideId === guide.id ? suggested.by : undefined}
              space={space}
              closed={!complete}
              locked={locked && guide.deep === true}
              chosen={chosen === guide.id}
              onChoose={() => setChosen(chosen === guide.id ? null : guide.id)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
