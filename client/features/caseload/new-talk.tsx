import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useGuideText, useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import { useSend } from '../../space/use-send.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './couple.module.css';
import { partnersOf } from './couple-view.ts';

/** Opening a talk for both: the guide, and who tells first. Whoever opens it leads it; nothing begins before both are let in. */
export function NewTalk({ space }: { space: Space }) {
  const t = useText();
  const g = useGuideText();
  const [, navigate] = useLocation();
  const [guideId, setGuideId] = useState(GUIDES[0]?.id ?? '');
  const [first, setFirst] = useState<Seat>('a');
  const { ask, asking, refusal } = useSend(space.send);
  const partners = partnersOf(space);
  const guide = GUIDES.find(({ id }) => id === guideId);
  const open = async () => {
    const reply = await ask({ type: 'OpenConversation', guideId, first });
    if (reply.ok && reply.created) navigate(`/lead/${reply.created}`);
  };
  return (
    <Card labelledBy="new-talk">
      <h2 id="new-talk">{t('couple.talk')}</h2>
      <p className={styles.muted}>{t(partners.length < 2 ? 'couple.talk.alone' : 'couple.talk.lead')}</p>
      {partners.length === 2 && (
        <>
          <RadioCards
            label={t('couple.talk.guide')}
            value={guideId}
            onValue={setGuideId}
            options={GUIDES.map(({ id, title, minutes }) => ({
              value: id,
              label: g(id, 'title', title),
              note: t('guide.minutes', { minutes }),
            }))}
          />
          {guide?.roles === 'swap' && (
            <RadioCards<Seat>
              label={t('guide.first')}
              inline
              value={first}
              onValue={setFirst}
              options={partners.map(({ seat, name }) => ({ value: seat, label: name }))}
            />
          )}
          <RefusalNotice refusal={refusal} />
          <div>
            <Button kind="primary" onClick={open} aria-disabled={asking}>
              {t('guide.open')}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}
