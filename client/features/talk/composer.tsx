import { momentIn } from '@turnward/shared/conversation/rights.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useGuideText } from '../../i18n/text.ts';
import { usePrompt } from '../../room/use-prompt.ts';
import { answerOf, leadingChoice, type Missing, missingIn } from './answer-draft.ts';
import styles from './composer.module.css';
import { ComposerActions } from './composer-actions.tsx';
import { ComposerBoxes } from './composer-boxes.tsx';
import { ComposerScales } from './composer-scales.tsx';
import { OwnNotes } from './own-notes.tsx';
import { SettleBreath } from './settle-breath.tsx';
import { Readers, StepHead } from './step-head.tsx';
import { useAnswer } from './use-answer.ts';
import { useOpening } from './use-opening.ts';

/** My part of a step: what is asked, where to write it, how to give it. One instance per turn. */
export function Composer({ conversation, step }: { conversation: Conversation; step: Step }) {
  const guideText = useGuideText();
  const { guide, state, draft } = conversation;
  const { prompt } = usePrompt(conversation, step);
  const answering = useAnswer(conversation);
  const opening = useOpening(conversation);
  const [missing, setMissing] = useState<Missing | null>(null);
  const { turn } = state;
  if (!turn) return null;

  const give = (choice?: string) => {
    const answer = answerOf(step, draft, choice);
    const lacking = missingIn(step, answer, state);
    setMissing(lacking);
    if (!lacking) answering.send({ type: 'Contribute', turnId: turn.turnId, answer });
  };
  const lead = leadingChoice(step);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (opening || answering.sending || momentIn(state) === 'held') return;
    if (step.choices.length === 0 || lead) give(lead);
  };
  const keys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };

  return (
    <form className={styles.composer} onSubmit={submit} onKeyDown={keys} noValidate data-testid="composer">
      <StepHead title={prompt} hint={step.hint && guideText(guide.id, `${step.id}.hint`, step.hint)} />
      {(step.fields.length > 0 || step.visibility === 'self') && <Readers of={step} conversation={conversation} />}
      {step.kind === 'settle' && <SettleBreath inSec={4} outSec={6} times={6} />}
      <OwnNotes conversation={conversation} step={step} />
      <ComposerScales conversation={conversation} step={step} missing={missing} />
      <ComposerBoxes conversation={conversation} step={step} missing={missing} />
      <ComposerActions
        conversation={conversation}
        step={step}
        answering={answering}
        missing={missing}
        lead={lead}
        onGive={give}
      />
    </form>
  );
}
