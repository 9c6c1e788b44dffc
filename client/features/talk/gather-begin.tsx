import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { useId } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { leaderOf } from '../../room/in-the-room.ts';
import { Button } from '../../ui/button.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './gathering.module.css';
import { notYet } from './gathering-view.ts';
import { gateOf } from './led-view.ts';
import { useAnswer } from './use-answer.ts';

/** Being ready, and beginning: either of the two where nobody leads, else whoever leads (FA5). */
export function GatherBegin({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const id = useId();
  const { state, seat, names } = conversation;
  const answering = useAnswer(conversation);
  const leader = leaderOf(conversation);
  const lacking = notYet(conversation, seat);
  const ready = state.ready[seat];
  const led = gateOf(state, seat) === 'led';
  const begin = () => lacking === null && answering.send({ type: 'Begin' });
  const toggle = () => answering.send({ type: 'SetReady', ready: !ready });
  return (
    <div className={styles.begin}>
      <RefusalNotice refusal={answering.refusal} />
      <Actions>
        {ready ? (
          <>
            {!led && (
              <Button
                kind="primary"
                aria-disabled={lacking !== null || answering.sending}
                aria-describedby={lacking ? id : undefined}
                onClick={begin}
                data-testid="begin"
              >
                {t('talk.gather.begin')}
              </Button>
            )}
            <Button kind={led ? 'secondary' : 'quiet'} aria-pressed="true" onClick={toggle} data-testid="ready">
              {t('talk.gather.unready')}
            </Button>
          </>
        ) : (
          <Button kind="primary" onClick={toggle} data-testid="ready">
            {t('talk.gather.iAmReady')}
          </Button>
        )}
      </Actions>
      {lacking && (
        <p id={id} className={styles.note} role="status">
          {t(`talk.gather.${lacking}`, {
            name: lacking === 'lead-begins' ? (leader?.name ?? '') : names[otherSeat(seat)],
          })}
        </p>
      )}
    </div>
  );
}
