import type { Step } from '@turnward/shared/guides/guide.ts';
import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { PencilOff } from 'lucide-react';
import type { Conversation } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { whyHeld } from '../../room/held-view.ts';
import { stepOnTheWay } from '../../room/on-the-way.ts';
import { usePresenceWords } from '../../room/presence-words.ts';
import { usePrompt } from '../../room/use-prompt.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './composer.module.css';
import { nextForMe } from './room-part.ts';
import { StepHead } from './step-head.tsx';

/** The listener's part: what the other is doing, the closed box with its reason, and what comes next for me. */
export function Listening({ conversation, step }: { conversation: Conversation; step: Step }) {
  const t = useText();
  const guideText = useGuideText();
  const { guide, names, seat, presence } = conversation;
  const name = names[otherSeat(seat)];
  const their = usePresenceWords(conversation)(presence[otherSeat(seat)]);
  const { card } = usePrompt(conversation, step);
  const nextStep = nextAfter(conversation, step);
  return (
    <div className={styles.composer} data-testid="listening">
      <StepHead title={guideText(guide.id, `${step.id}.listening`, step.listening)} hint={t('talk.listen.breath')} />
      {card && <p>{t('kept.asked', { words: card })}</p>}
      {presence[otherSeat(seat)]?.state === 'lost' ? (
        <Notice tone="attention" live>
          <p data-testid="partner-lost">{t('talk.partner.lost.holds', { name })}</p>
        </Notice>
      ) : (
        their && (
          <p className={styles.state} data-testid="partner">
            {t('talk.partner.now', { name, presence: their })}
          </p>
        )
      )}
      {!whyHeld(conversation) && (
        <div className={styles.closed} data-testid="closed">
          <PencilOff size={20} aria-hidden="true" />
          <p>{t('talk.closed', { name })}</p>
        </div>
      )}
      <p className={styles.sees}>
        {nextStep && t('talk.next', { prompt: guideText(guide.id, `${nextStep.id}.prompt`, nextStep.prompt) })}{' '}
        {t('talk.sees.listener', { name })}
      </p>
    </div>
  );
}

/** What will be asked of me next: after a step put in between, what it interrupted, if that was mine. */
function nextAfter(conversation: Conversation, step: Step): Step | undefined {
  const { guide, state, seat } = conversation;
  const onTheWay = stepOnTheWay(conversation) ?? step;
  if (state.interrupted?.turn.holders.includes(seat)) return onTheWay;
  return nextForMe(guide, onTheWay, seat, state.first);
}
