import { stepById } from '@turnward/shared/guides/all-guides.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';
import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { PencilOff } from 'lucide-react';
import type { Conversation } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './composer.module.css';
import { usePresenceWords } from './people.tsx';
import { nextForMe } from './room-part.ts';
import { StepHead } from './step-head.tsx';
import { usePrompt } from './use-prompt.ts';

/** The listener's part: what the other is doing, the closed box with its reason, and what comes next for me. */
export function Listening({ conversation, step }: { conversation: Conversation; step: Step }) {
  const t = useText();
  const guideText = useGuideText();
  const { guide, names, seat, state, presence } = conversation;
  const name = names[otherSeat(seat)];
  const their = usePresenceWords(conversation)(otherSeat(seat));
  const { card } = usePrompt(conversation, step);
  const next = nextForMe(guide, step, seat, state.first);
  const nextStep = next && stepById(guide, next.id);
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
      <div className={styles.closed} data-testid="closed">
        <PencilOff size={20} aria-hidden="true" />
        <p>{t('talk.closed', { name })}</p>
      </div>
      <p className={styles.sees}>
        {nextStep && t('talk.next', { prompt: guideText(guide.id, `${nextStep.id}.prompt`, nextStep.prompt) })}{' '}
        {t('talk.sees.listener', { name })}
      </p>
    </div>
  );
}
