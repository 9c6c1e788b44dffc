import type { Guide } from '@turnward/shared/guides/guide.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BeginTalk } from './begin-talk.tsx';
import styles from './space.module.css';
import { Suggested } from './suggested.tsx';

export type GuideCardProps = {
  guide: Guide;
  space: Space;
  /** The facilitator who suggests this talk until the next meeting. */
  suggestedBy: string | undefined;
  /** Nothing can be opened yet: the card is there to read. */
  closed: boolean;
  /** It needs a facilitator for now, for whatever cause (FI3). */
  locked: boolean;
  chosen: boolean;
  onChoose: () => void;
};

/** What a guide is for, how long it takes, what happens step by step, and the way into it. */
export function GuideCard({ guide, space, suggestedBy, closed, locked, chosen, onChoose }: GuideCardProps) {
  const t = useText();
  const guideText = useGuideText();
  const heading = `guide-${guide.id}`;
  return (
    <article className={styles.guide} data-state={chosen ? 'chosen' : 'offered'} aria-labelledby={heading}>
      <div className={styles.guideHead}>
        <h3 id={heading}>{guideText(guide.id, 'title', guide.title)}</h3>
        <span className={styles.small}>{t('guide.minutes', { minutes: guide.minutes })}</span>
      </div>
      {suggestedBy && <Suggested by={suggestedBy} space={space} />}
      <p>{guideText(guide.id, 'about', guide.about)}</p>
      <Disclosure summary={t('guide.steps')}>
        <ol className={styles.outline}>
          {guide.outline.map(({ id, title }) => (
            <li key={id}>{guideText(guide.id, `outline.${id}`, title)}</li>
          ))}
        </ol>
      </Disclosure>
      {locked && (
        <Notice>
          <p>{t('fit.lock')}</p>
          <p>{t('fit.lock.about')}</p>
        </Notice>
      )}
      {!closed && !locked && !chosen && (
        <div>
          <Button onClick={onChoose} aria-describedby={heading}>
            {t('guide.pick')}
          </Button>
        </div>
      )}
      {!closed && !locked && chosen && <BeginTalk guide={guide} space={space} />}
    </article>
  );
}
