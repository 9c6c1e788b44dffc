import type { Step } from '@turnward/shared/guides/guide.ts';
import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { useEffect, useId, useRef } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './composer.module.css';
import type { StoryView } from './story-view.ts';
import { useAnswer } from './use-answer.ts';

export type StoryAgreementProps = {
  conversation: Conversation;
  step: Step;
  turnId: string;
  version: string;
  view: StoryView;
};

/** Agreeing to these very words, taking it back, or leaving them open; and what the other has said to them. */
export function StoryAgreement({ conversation, step, turnId, version, view }: StoryAgreementProps) {
  const t = useText();
  const reason = useId();
  const { seat, names, state, send } = conversation;
  const answering = useAnswer(conversation);
  useChangesAnnounced(view, names[otherSeat(seat)]);
  const { mine, theirs, closed } = view;
  const name = names[otherSeat(seat)];
  const left = state.done.includes(seat);
  const shut = !mine && closed !== null;
  const press = () => {
    if (mine) answering.send({ type: 'TakeBackApprovals', turnId });
    else if (!shut) answering.send({ type: 'ApproveVersion', turnId, version });
  };
  return (
    <>
      {theirs && !mine && (
        <Notice tone="ok">
          <p data-testid="they-agree">{t('talk.story.theirs', { name })}</p>
        </Notice>
      )}
      {mine && (
        <Notice tone="ok" live>
          <p data-testid="i-agree">{t('talk.story.mine', { name })}</p>
        </Notice>
      )}
      {left && (
        <Notice live>
          {t('talk.joint.left')} {t('talk.story.left.hint', { name })}
        </Notice>
      )}
      {state.done.includes(otherSeat(seat)) && <Notice>{t('talk.joint.othersLeave', { name })}</Notice>}
      <RefusalNotice refusal={answering.refusal} />
      <Actions>
        <Button
          kind={mine ? 'secondary' : 'primary'}
          aria-disabled={shut || answering.sending}
          aria-describedby={reason}
          onClick={press}
          data-testid="agree"
        >
          {t(answering.sending ? 'talk.item.sending' : mine ? 'talk.story.takeBack' : 'talk.story.agree')}
        </Button>
        {step.pass !== null && !left && (
          <Button
            kind="quiet"
            aria-disabled={answering.sending}
            onClick={() => answering.send({ type: 'PassFloor', turnId })}
            data-testid="pass"
          >
            {t('talk.joint.leave')}
          </Button>
        )}
        <Button kind="pause" onClick={() => send({ type: 'Pause' })}>
          {t('talk.needPause')}
        </Button>
      </Actions>
      <p id={reason} className={styles.state}>
        {shut && closed ? t(`talk.story.closed.${closed}`) : t('talk.story.change')}
      </p>
      <p className={styles.sees}>{t('talk.story.sees', { name })}</p>
    </>
  );
}

/** Says once that the other agrees, and that a change has taken agreement back. */
function useChangesAnnounced({ mine, theirs }: StoryView, name: string): void {
  const t = useText();
  const agreed = useRef({ mine, theirs });
  useEffect(() => {
    const before = agreed.current;
    agreed.current = { mine, theirs };
    if (theirs && !before.theirs) announce(t('talk.story.announce.theirs', { name }));
    else if (!mine && !theirs && (before.mine || before.theirs)) announce(t('talk.story.announce.changed'));
  }, [mine, theirs, name, t]);
}
