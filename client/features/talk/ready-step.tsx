import { anythingSaid } from '@turnward/shared/conversation/state.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';
import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { answerOf, type Missing, missingIn } from './answer-draft.ts';
import styles from './composer.module.css';
import { ComposerBoxes } from './composer-boxes.tsx';
import { StepHead } from './step-head.tsx';
import { useAnswer } from './use-answer.ts';

const NOT_NOW = 'not-now';

/** Consent to this topic, now. Both answers weigh the same; “not now” asks once more, since it ends the talk for today. */
export function ReadyStep({ conversation, step }: { conversation: Conversation; step: Step }) {
  const t = useText();
  const guideText = useGuideText();
  const answering = useAnswer(conversation);
  const [declining, setDeclining] = useState(false);
  const [missing, setMissing] = useState<Missing | null>(null);
  const { guide, state, draft, names, seat } = conversation;
  const name = names[otherSeat(seat)];
  // PA5: then it is stopping for today, and no other time is asked.
  const stops = anythingSaid(state);

  const give = (choice: string) => {
    if (!state.turn) return;
    const { text } = answerOf(step, draft);
    const answer = { choice, ...(choice === NOT_NOW && !stops && text && { text }) };
    const lacking = missingIn(step, answer, state);
    setMissing(lacking);
    if (!lacking) answering.send({ type: 'Contribute', turnId: state.turn.turnId, answer });
  };
  const words = (id: string, label: string) => guideText(guide.id, `${step.id}.choice.${id}`, label);

  return (
    <div className={styles.composer} data-testid="composer">
      <StepHead
        title={guideText(guide.id, `${step.id}.prompt`, step.prompt)}
        hint={step.hint && guideText(guide.id, `${step.id}.hint`, step.hint)}
      />
      <RefusalNotice refusal={answering.refusal} />
      {declining ? (
        <>
          {!stops && <ComposerBoxes conversation={conversation} step={step} missing={missing} />}
          <Actions>
            <Button aria-disabled={answering.sending} onClick={() => give(NOT_NOW)} data-choice={NOT_NOW}>
              {t('talk.ready.notNow')}
            </Button>
            <Button kind="quiet" onClick={() => setDeclining(false)}>
              {t('talk.ready.back')}
            </Button>
          </Actions>
        </>
      ) : (
        <ul className={styles.choices}>
          {step.choices.map(({ id, label }) => (
            <li key={id}>
              <Button
                wide
                aria-disabled={answering.sending}
                onClick={() => (id === NOT_NOW ? setDeclining(true) : give(id))}
                data-choice={id}
              >
                {words(id, label)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Actions>
        <Button kind="pause" onClick={() => conversation.send({ type: 'Pause' })}>
          {t('talk.needPause')}
        </Button>
      </Actions>
      <p className={styles.sees}>{t(stops ? 'talk.ready.sees.stop' : 'talk.ready.sees', { name })}</p>
    </div>
  );
}
