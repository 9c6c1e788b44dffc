import '../../i18n/en-fit.ts';
import { FIT_QUESTIONS, FIT_VERSION, type FitAnswers, worries } from '@turnward/shared/fit/questions.ts';
import { useState } from 'react';
import { doors } from '../../space/doors.ts';
import { useDoor } from '../../space/use-door.ts';
import { Frame } from '../../ui/frame.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { AllAsked } from './all-asked.tsx';
import { CareFirst } from './care-first.tsx';
import { Question } from './question.tsx';
import { Welcome } from './welcome.tsx';

type Part = 'welcome' | 'asking' | 'asked';

/**
 * R1. The private questions, one at a time. Answers live in this page until they are sent: a worrying one at once, so that whoever has to
 * leave in the middle leaves the deep talks closed; all of them at the end. What is skipped is not sent.
 */
export function FitPage({ spaceId }: { spaceId: string }) {
  const [part, setPart] = useState<Part>('welcome');
  const [at, setAt] = useState(0);
  const [answers, setAnswers] = useState<FitAnswers>({});
  const door = useDoor(doors.answerFit, () => undefined);
  const finish = useDoor(doors.answerFit, () => setPart('asked'));
  useTitle();

  const question = FIT_QUESTIONS[at];
  const answer = (chosen: string | undefined) => {
    if (!question) return;
    const { [question.id]: _, ...others } = answers;
    const now: FitAnswers = chosen === undefined ? others : { ...others, [question.id]: chosen };
    setAnswers(now);
    const sent = { version: FIT_VERSION, answers: now } as const;
    if (at + 1 === FIT_QUESTIONS.length) return void finish.ask(spaceId, sent);
    if (question.worrying.includes(chosen ?? '')) void door.ask(spaceId, sent);
    setAt(at + 1);
  };

  return (
    <Frame>
      {part === 'welcome' && <Welcome spaceId={spaceId} onBegin={() => setPart('asking')} />}
      {part === 'asking' && question && (
        <Question
          key={at}
          question={question}
          at={at}
          chosen={answers[question.id]}
          refusal={finish.refusal ?? door.refusal}
          onAnswer={answer}
          onBack={() => (at === 0 ? setPart('welcome') : setAt(at - 1))}
        />
      )}
      {part === 'asked' && (worries(answers) ? <CareFirst spaceId={spaceId} /> : <AllAsked spaceId={spaceId} />)}
    </Frame>
  );
}
