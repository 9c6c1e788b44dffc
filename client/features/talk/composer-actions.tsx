import { momentIn } from '@turnward/shared/conversation/rights.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';
import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import type { Conversation } from '../../conversation/replica.ts';
import { type TextId, useGuideText, useText } from '../../i18n/text.ts';
import { giveWords } from '../../room/kind-words.ts';
import { Button } from '../../ui/button.tsx';
import { useFrameActions } from '../../ui/frame-actions.ts';
import { Notice } from '../../ui/notice.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { choicesNow, type Missing } from './answer-draft.ts';
import styles from './composer.module.css';
import { Opening } from './opening.tsx';
import type { Answering } from './use-answer.ts';
import { useOpening } from './use-opening.ts';

export type ActionsProps = {
  conversation: Conversation;
  step: Step;
  answering: Answering;
  missing: Missing | null;
  /** The choice that sends what is written, where the step has one. */
  lead: string | undefined;
  onGive: (choice?: string) => void;
};

/** Giving the answer, passing, pausing: what can be pressed, and why not yet. */
export function ComposerActions({ conversation, step, answering, missing, lead, onGive }: ActionsProps) {
  const t = useText();
  const guideText = useGuideText();
  const opening = useOpening(conversation);
  const { guide, state, names, seat, send } = conversation;
  const choices = choicesNow(step, state);
  const rest = choices.filter(({ id }) => id !== lead);
  const leading = choices.find(({ id }) => id === lead);
  const closed = opening || answering.sending || momentIn(state) === 'held';
  const name = names[otherSeat(seat)];

  const primary = choices.length === 0 ? t(giveWords(step.kind)) : leading && choiceWords(leading.id, leading.label);

  return (
    <>
      {rest.some(({ fromVisit }) => fromVisit) && <ThirdTime onPause={() => send({ type: 'Pause' })} />}
      {opening && <Opening words={t(step.kind === 'settle' ? 'talk.opening.settle' : 'talk.opening')} />}
      {missing?.what === 'some' && (
        <Notice tone="attention" live>
          {t('talk.missing.some', { count: missing.atLeast })}
        </Notice>
      )}
      <RefusalNotice refusal={answering.refusal} />
      {rest.length > 0 && !leading && (
        <ul className={styles.choices}>
          {rest.map(({ id, label }) => (
            <li key={id}>
              <Button wide aria-disabled={closed} onClick={() => closed || onGive(id)} data-choice={id}>
                {choiceWords(id, label)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Actions>
        {primary && (
          <Button kind="primary" type="submit" aria-disabled={closed} data-testid="give">
            {answering.sending ? t('talk.item.sending') : primary}
          </Button>
        )}
        {leading &&
          rest.map(({ id, label }) => (
            <Button key={id} aria-disabled={closed} onClick={() => closed || onGive(id)} data-choice={id}>
              {choiceWords(id, label)}
            </Button>
          ))}
        {step.pass !== null && state.turn && <Pass step={step} turnId={state.turn.turnId} answering={answering} />}
        <Button kind="pause" onClick={() => send({ type: 'Pause' })}>
          {t('talk.needPause')}
        </Button>
      </Actions>
      <p className={styles.state} role="status" data-testid="item" data-state={answering.sending ? 'sending' : 'idle'}>
        {answering.sending && t('talk.item.sending.words')}
      </p>
      <p className={styles.sees}>{t(seesWords(step), { name })}</p>
    </>
  );

  function choiceWords(id: string, label: string): string {
    return guideText(guide.id, `${step.id}.choice.${id}`, label);
  }
}

function Pass({ step, turnId, answering }: { step: Step; turnId: string; answering: Answering }) {
  const t = useText();
  return (
    <Button
      kind="quiet"
      aria-disabled={answering.sending}
      onClick={() => answering.send({ type: 'PassFloor', turnId })}
      data-testid="pass"
    >
      {t(step.actor === 'both' ? 'talk.joint.leave' : 'talk.pass')}
    </Button>
  );
}

/** What the other sees while I answer. */
function seesWords({ actor, visibility, fields }: Step): TextId {
  if (actor === 'both') return 'talk.sees.joint';
  return visibility === 'pair' && fields.length === 0 ? 'talk.sees.turn' : `talk.sees.${visibility}`;
}

/** HE4. From the third time round there are gentler ways on. */
function ThirdTime({ onPause }: { onPause: () => void }) {
  const t = useText();
  const { openHelp } = useFrameActions();
  return (
    <Notice>
      <p>{t('talk.third')}</p>
      <Actions>
        <Button kind="quiet" onClick={onPause}>
          {t('talk.third.settle')}
        </Button>
        <Button kind="quiet" onClick={openHelp}>
          {t('talk.third.help')}
        </Button>
      </Actions>
    </Notice>
  );
}
