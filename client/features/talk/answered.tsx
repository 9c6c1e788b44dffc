import { CircleCheck } from 'lucide-react';
import { useText } from '../../i18n/text.ts';
import styles from './composer.module.css';
import { StepHead } from './step-head.tsx';

/** I have answered. Whether the other has is not said: nobody is hurried, nobody is told on (R8). */
export function Answered() {
  const t = useText();
  return (
    <div className={styles.composer} data-testid="answered">
      <StepHead title={t('talk.done')} hint={t('talk.done.hint')} />
      <div className={styles.closed}>
        <CircleCheck size={20} aria-hidden="true" />
        <p>{t('talk.done.saved')}</p>
      </div>
    </div>
  );
}
