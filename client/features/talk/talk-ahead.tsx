import { Suspense } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { CardsAhead } from './cards-ahead.tsx';
import styles from './gathering.module.css';
import { lazily } from './lazily.ts';

const DeviceCheck = lazily(() => import('./device-check.tsx').then((m) => m.DeviceCheck));
const DeckAhead = lazily(() => import('./deck-ahead.tsx').then((m) => m.DeckAhead));

/** What this talk will be: how long, who begins, its steps, its cards; and whether this device is fit for it. */
export function TalkAhead({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const guideText = useGuideText();
  const { guide, state, seat, names } = conversation;
  const begins =
    state.first === seat ? t('talk.gather.first.me') : t('talk.gather.first.partner', { name: names[state.first] });
  return (
    <>
      <div className={styles.talk}>
        <p>
          {t('guide.minutes', { minutes: guide.minutes })}. {guide.roles === 'swap' && begins}
        </p>
        <Disclosure summary={t('guide.steps')}>
          <ol className={styles.outline}>
            {guide.outline.map(({ id, title }) => (
              <li key={id}>{guideText(guide.id, `outline.${id}`, title)}</li>
            ))}
          </ol>
          <p>{t('talk.gather.rules')}</p>
        </Disclosure>
        <Suspense>
          <DeviceCheck conversation={conversation} />
        </Suspense>
      </div>
      {guide.cards && (
        <Suspense fallback={<CardsAhead conversation={conversation} />}>
          <DeckAhead conversation={conversation} guideCards={guide.cards} />
        </Suspense>
      )}
    </>
  );
}
