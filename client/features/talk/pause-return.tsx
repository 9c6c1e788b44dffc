import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { listed } from '../../i18n/listed.ts';
import { useText } from '../../i18n/text.ts';
import { helpersOf } from '../../room/in-the-room.ts';
import { Button } from '../../ui/button.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { ScaleInput } from '../../ui/scale-input.tsx';
import { TextBox } from '../../ui/text-box.tsx';
import { PausePart } from './pause-part.tsx';
import { useWish } from './pause-wish.ts';

const LONGEST_SENTENCE = 280;

/** PAUSE 4: how stirred up now. The number and the sentence stay with their author (PR4). */
export function PauseReturn({ conversation, onLater }: { conversation: Conversation; onLater: () => void }) {
  const t = useText();
  const { ask, busy, refusal } = useWish(conversation);
  const { state, seat, names } = conversation;
  const who = { names: listed(helpersOf(conversation)), partner: names[otherSeat(seat)] };
  const [stirred, setStirred] = useState<number>();
  const [sentence, setSentence] = useState('');
  const [missing, setMissing] = useState(false);
  const comeBack = () => {
    if (stirred === undefined) return setMissing(true);
    const pauseId = conversation.state.pause?.pauseId ?? '';
    ask({ type: 'Return', pauseId, stirred, ...(sentence.trim() && { sentence: sentence.trim() }) });
  };
  return (
    <PausePart title={t('pause.return.title')} focus>
      <ScaleInput
        label={t('pause.return.scale')}
        low={t('pause.return.low')}
        high={t('pause.return.high')}
        hint={t(state.asides[seat].sharesRatings ? 'pause.return.shown' : 'pause.return.private', who)}
        value={stirred}
        onValue={setStirred}
      />
      <TextBox
        label={t('pause.return.sentence')}
        hint={t('pause.return.sentence.hint')}
        max={LONGEST_SENTENCE}
        rows={2}
        voice="ui"
        value={sentence}
        onText={setSentence}
      />
      <RefusalNotice refusal={refusal ?? (missing && stirred === undefined ? 'bad-scale' : undefined)} />
      <Actions>
        <Button kind="primary" onClick={comeBack}>
          {t(busy ? 'pause.sending' : 'pause.return.submit')}
        </Button>
        <Button kind="quiet" onClick={onLater}>
          {t('pause.return.later')}
        </Button>
      </Actions>
    </PausePart>
  );
}
