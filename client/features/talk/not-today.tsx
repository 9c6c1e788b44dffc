import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useAnswer } from './use-answer.ts';

/** Asked once: it ends this talk for both, without a reason and without blame. */
export function NotToday({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const { sending, send, refusal } = useAnswer(conversation);
  if (!asking) {
    return (
      <Actions>
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {t('talk.gather.notToday')}
        </Button>
      </Actions>
    );
  }
  return (
    <Card>
      <p>{t('talk.gather.notToday.words', { name: conversation.names[otherSeat(conversation.seat)] })}</p>
      <RefusalNotice refusal={refusal} />
      <Actions>
        <Button aria-disabled={sending} onClick={() => send({ type: 'Stop' })}>
          {t('talk.gather.notToday.yes')}
        </Button>
        <Button kind="quiet" onClick={() => setAsking(false)}>
          {t('talk.gather.notToday.no')}
        </Button>
      </Actions>
    </Card>
  );
}
