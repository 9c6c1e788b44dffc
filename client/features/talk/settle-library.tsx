import { SETTLE_LIBRARY, type SettleExercise } from '@turnward/shared/guides/settle-library.ts';
import { useState } from 'react';
import { useGuideText, useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Actions } from '../../ui/page.tsx';
import styles from './pause.module.css';
import { PauseChoice } from './pause-choice.tsx';
import { PausePart } from './pause-part.tsx';
import { SettleBreath } from './settle-breath.tsx';

const IN_SIGHT = SETTLE_LIBRARY.slice(0, 2);
const FOLDED = SETTLE_LIBRARY.slice(2);

/** PAUSE 3. Each alone picks a way to settle, or just quiet. Nothing of it is sent or kept. */
export function SettleLibrary({ title }: { title: string }) {
  const t = useText();
  const [picked, setPicked] = useState<SettleExercise | 'quiet' | 'another'>();
  if (picked && picked !== 'another') return <Picked exercise={picked} onBack={() => setPicked('another')} />;
  return (
    <PausePart title={title} focus={picked === 'another'}>
      <p className={styles.reason}>{t('pause.settle.lead')}</p>
      <div className={styles.choices}>
        {IN_SIGHT.map((exercise) => (
          <Offer key={exercise.id} exercise={exercise} onPick={setPicked} />
        ))}
        <PauseChoice
          title={t('pause.settle.quiet')}
          about={t('pause.settle.quiet.about')}
          onPick={() => setPicked('quiet')}
        />
      </div>
      <Disclosure summary={t('pause.settle.more')}>
        <div className={styles.choices}>
          {FOLDED.map((exercise) => (
            <Offer key={exercise.id} exercise={exercise} onPick={setPicked} />
          ))}
        </div>
      </Disclosure>
    </PausePart>
  );
}

function Offer({ exercise, onPick }: { exercise: SettleExercise; onPick: (exercise: SettleExercise) => void }) {
  const g = useGuideText();
  const { id, title, about } = exercise;
  return (
    <PauseChoice
      title={g('settle', `${id}.title`, title)}
      about={g('settle', `${id}.about`, about)}
      onPick={() => onPick(exercise)}
    />
  );
}

function Picked({ exercise, onBack }: { exercise: SettleExercise | 'quiet'; onBack: () => void }) {
  const t = useText();
  const g = useGuideText();
  const quiet = exercise === 'quiet';
  return (
    <PausePart focus title={quiet ? t('pause.settle.quiet') : g('settle', `${exercise.id}.title`, exercise.title)}>
      {quiet ? (
        <p className={styles.step}>{t('pause.settle.quiet.words')}</p>
      ) : (
        <>
          {exercise.breath && <SettleBreath {...exercise.breath} />}
          <ol className={styles.steps}>
            {exercise.steps.map((step, n) => (
              <li key={step} className={styles.step}>
                {g('settle', `${exercise.id}.step.${n}`, step)}
              </li>
            ))}
          </ol>
        </>
      )}
      <Actions>
        <Button kind="quiet" onClick={onBack}>
          {t('pause.settle.again')}
        </Button>
      </Actions>
    </PausePart>
  );
}
