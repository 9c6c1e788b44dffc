import { useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './pause.module.css';
import { PauseBreak } from './pause-break.tsx';
import { PauseChoice } from './pause-choice.tsx';
import { PausePart } from './pause-part.tsx';
import type { PauseView } from './pause-view.ts';
import { useWish } from './pause-wish.ts';

export type PauseSizeProps = { conversation: Conversation; view: PauseView; focus: boolean; onDone: () => void };

/** PAUSE 2, for whoever may choose: how long. Stopping for today stands below, for both. */
export function PauseSize({ conversation, view, focus, onDone }: PauseSizeProps) {
  const t = useText();
  const { ask, busy, refusal } = useWish(conversation, onDone);
  const [breaking, setBreaking] = useState(false);
  const [returned, setReturned] = useState(false);
  const backToSizes = () => {
    setReturned(true);
    setBreaking(false);
  };
  const { pauseId = '', size } = conversation.state.pause ?? {};
  if (breaking) {
    return <PauseBreak conversation={conversation} onBack={backToSizes} onDone={onDone} />;
  }
  return (
    <PausePart title={t('pause.size.title')} focus={focus || returned}>
      <div className={styles.choices}>
        {/* PA6: a break that has begun is not cut short. */}
        {view.mayReturn && (
          <PauseChoice
            title={t('pause.size.quiet')}
            about={t('pause.size.quiet.about')}
            onPick={() => ask({ type: 'SizePause', pauseId, size: 'quiet' })}
          />
        )}
        <PauseChoice
          title={t('pause.size.break')}
          about={t('pause.size.break.about')}
          onPick={() => setBreaking(true)}
        />
      </div>
      {busy && <p role="status">{t('pause.sending')}</p>}
      <RefusalNotice refusal={refusal} />
      {size && (
        <Actions>
          <Button kind="quiet" onClick={onDone}>
            {t('pause.size.leave')}
          </Button>
        </Actions>
      )}
    </PausePart>
  );
}
