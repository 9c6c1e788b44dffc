import { FIT_QUESTIONS, type FitQuestion, RATHER_NOT } from '@turnward/shared/fit/questions.ts';
import type { Refusal } from '@turnward/shared/wire/protocol.ts';
import { useState } from 'react';
import { type TextId, useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { useFrameActions } from '../../ui/frame-actions.ts';
import { Actions, Page } from '../../ui/page.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { OnlyYou } from './only-you.tsx';

export type QuestionProps = {
  question: FitQuestion;
  at: number;
  chosen: string | undefined;
  refusal: Refusal | null;
  /** Undefined: skipped. */
  onAnswer: (chosen: string | undefined) => void;
  onBack: () => void;
};

/** One question on a screen of its own; skipping and leaving are always in sight. */
export function Question({ question, at, chosen: before, refusal, onAnswer, onBack }: QuestionProps) {
  const t = useText();
  const { leaveQuickly } = useFrameActions();
  const [chosen, setChosen] = useState(before);
  const of = FIT_QUESTIONS.length;
  return (
    <Page title={t('fit.step', { n: at + 1, of })}>
      <OnlyYou />
      <Form problems={[chosen === undefined && t('fit.choose')]} onSubmit={() => onAnswer(chosen)}>
        {([problem]) => (
          <>
            <RadioCards
              label={t(`fit.ask.${question.id}` as TextId)}
              options={[...question.answers, RATHER_NOT].map((value) => ({
                value,
                label: t(`fit.answer.${value}` as TextId),
              }))}
              value={chosen}
              onValue={setChosen}
              problem={problem}
            />
            <RefusalNotice refusal={refusal} />
            <Actions>
              <Button type="submit" kind="primary">
                {t(at + 1 === of ? 'fit.finish' : 'fit.next')}
              </Button>
              <Button onClick={() => onAnswer(undefined)}>{t('fit.skip')}</Button>
            </Actions>
            <Actions>
              <Button kind="quiet" onClick={onBack}>
                {t('fit.back')}
              </Button>
              <Button kind="quiet" onClick={leaveQuickly}>
                {t('frame.leave')}
              </Button>
            </Actions>
          </>
        )}
      </Form>
    </Page>
  );
}
