import { closesAlone } from '@turnward/shared/conversation/pause.ts';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions } from '../../ui/page.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './keep.module.css';
import { KeepOmit } from './keep-omit.tsx';
import { wordsOf } from './keep-words.ts';
import { useFocusOnArrival } from './pause-part.tsx';
import { useWish } from './pause-wish.ts';

type Choice = 'keep' | 'let-go';

/** CLOSE 3: keep this talk, or let it go. KP1: kept only if both say so; each answers for themselves, in private. */
export function KeepPanel({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const { state, seat, talk } = conversation;
  const { ask, busy, refusal } = useWish(conversation);
  const [choice, setChoice] = useState<Choice>();
  const [omit, setOmit] = useState<ReadonlySet<number>>(new Set());
  const [missing, setMissing] = useState(false);
  const turnId = state.turn?.turnId ?? '';
  if (state.answered[seat]?.turnId === turnId)
    return <Waiting conversation={conversation} focus={choice !== undefined} />;

  const answer = () => {
    if (!choice) return setMissing(true);
    const left = choice === 'keep' && omit.size > 0 ? { omit: [...omit] } : {};
    ask({ type: 'Contribute', turnId, answer: { choice, ...left } });
  };
  return (
    <div className={styles.panel} data-testid="keep">
      {state.stopping && <p>{t('closing.keep.stopped')}</p>}
      <div className={styles.plain}>
        <p>{t('closing.keep.both')}</p>
        <p>{t('closing.keep.readers')}</p>
      </div>
      <RadioCards<Choice>
        label={t('closing.keep.choose')}
        value={choice}
        onValue={setChoice}
        options={[
          { value: 'keep', label: t('closing.keep.keep'), note: t('closing.keep.keep.about') },
          { value: 'let-go', label: t('closing.keep.letGo'), note: t('closing.keep.letGo.about') },
        ]}
      />
      {choice === 'keep' && <KeepOmit words={wordsOf(seat, talk)} omit={omit} onOmit={setOmit} />}
      <p className={styles.private}>
        <Lock size={18} aria-hidden="true" />
        {t('closing.keep.private')}
      </p>
      <RefusalNotice refusal={refusal} />
      {missing && !choice && (
        <Notice tone="attention" live>
          {t('closing.keep.missing')}
        </Notice>
      )}
      <Actions>
        <Button kind="primary" onClick={answer}>
          {t(busy ? 'pause.sending' : 'closing.keep.submit')}
        </Button>
      </Actions>
    </div>
  );
}

/** KP5: after a day of waiting the talk can be closed alone, and is not kept. */
function Waiting({ conversation, focus }: { conversation: Conversation; focus: boolean }) {
  const t = useText();
  const { ask, busy, refusal } = useWish(conversation);
  const { guide, state, seat, now } = conversation;
  const words = useFocusOnArrival<HTMLParagraphElement>(focus);
  return (
    <div className={styles.plain} data-testid="keep-waiting">
      <p ref={words} tabIndex={-1} role="status">
        {t('closing.keep.waiting')}
      </p>
      {closesAlone(guide, state, seat, now()) ? (
        <Button kind="quiet" onClick={() => ask({ type: 'Stop' })}>
          {t(busy ? 'pause.sending' : 'closing.keep.closeAlone')}
        </Button>
      ) : (
        <p>{t('closing.keep.aDay')}</p>
      )}
      <RefusalNotice refusal={refusal} />
    </div>
  );
}
