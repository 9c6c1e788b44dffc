import type { Step } from '@turnward/shared/guides/guide.ts';
import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './composer.module.css';
import { Composer } from './composer.tsx';
import { partOf } from './room-part.ts';
import { StepHead } from './step-head.tsx';
import { useAnswer } from './use-answer.ts';

type JointProps = { conversation: Conversation; step: Step };

/** Joint words: one writes, the other agrees to that very version or writes it differently; or both leave it. */
export function Joint({ conversation, step }: JointProps) {
  const t = useText();
  const { state, seat, names } = conversation;
  const [asked, setAsked] = useState<{ over: number | undefined } | null>(null);
  const { proposal } = state;
  // Once a newer version of mine stands, the box has done its work.
  const writing = asked !== null && !(proposal?.seat === seat && proposal.seq !== asked.over);
  const write = () => setAsked({ over: proposal?.seq });
  const part = partOf(state, step, seat);
  const name = names[otherSeat(seat)];
  const othersLeave = state.done.includes(otherSeat(seat));
  if (part === 'write' || writing) {
    return (
      <>
        {othersLeave && <Notice>{t('talk.joint.othersLeave', { name })}</Notice>}
        <Composer conversation={conversation} step={step} />
      </>
    );
  }
  if (part === 'left') return <Left conversation={conversation} onWrite={write} />;
  return <Proposal conversation={conversation} step={step} onWrite={write} />;
}

function Left({ conversation, onWrite }: { conversation: Conversation; onWrite: () => void }) {
  const t = useText();
  return (
    <div className={styles.composer} data-testid="left">
      <StepHead
        title={t('talk.joint.left')}
        hint={t('talk.joint.left.hint', { name: conversation.names[otherSeat(conversation.seat)] })}
      />
      <Actions>
        <Button onClick={onWrite}>{t('talk.joint.writeAfterAll')}</Button>
      </Actions>
    </div>
  );
}

function Proposal({ conversation, step, onWrite }: JointProps & { onWrite: () => void }) {
  const t = useText();
  const guideText = useGuideText();
  const { state, talk, seat, names, guide, draft } = conversation;
  const answering = useAnswer(conversation);
  const { turn, proposal } = state;
  if (!turn || !proposal) return null;
  const mine = proposal.seat === seat;
  const name = names[otherSeat(seat)];
  const text = talk.find(({ seq }) => seq === proposal.seq)?.words?.text ?? {};
  const rewrite = () => {
    for (const [fieldId, words] of Object.entries(text)) {
      if (!draft.get(step.id, fieldId)) draft.set(step.id, fieldId, words);
    }
    onWrite();
  };
  return (
    <div className={styles.composer} data-testid={mine ? 'proposed' : 'approve'}>
      <StepHead
        title={guideText(guide.id, `${step.id}.prompt`, step.prompt)}
        hint={t(mine ? 'talk.joint.mine' : 'talk.joint.theirs', { name })}
      />
      {Object.entries(text).map(([fieldId, words]) => (
        <p key={fieldId} className={styles.proposal} data-seat={proposal.seat}>
          {words}
        </p>
      ))}
      <RefusalNotice refusal={answering.refusal} />
      <Actions>
        {!mine && (
          <Button
            kind="primary"
            aria-disabled={answering.sending}
            onClick={() => answering.send({ type: 'Approve', turnId: turn.turnId, seq: proposal.seq })}
          >
            {t(answering.sending ? 'talk.item.sending' : 'talk.joint.agree')}
          </Button>
        )}
        <Button onClick={rewrite}>{t(mine ? 'talk.joint.change' : 'talk.joint.differently')}</Button>
        {!mine && step.pass !== null && !state.done.includes(seat) && (
          <Button
            kind="quiet"
            aria-disabled={answering.sending}
            onClick={() => answering.send({ type: 'PassFloor', turnId: turn.turnId })}
          >
            {t('talk.joint.leave')}
          </Button>
        )}
      </Actions>
      <p className={styles.sees}>{t('talk.joint.sees', { name })}</p>
    </div>
  );
}
