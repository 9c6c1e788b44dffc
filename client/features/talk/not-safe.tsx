import type { CheckIn } from '@turnward/shared/conversation/commands.ts';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { useFrameActions } from '../../ui/frame-actions.ts';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './beside.module.css';
import type { Who } from './beside-view.ts';
import { useFocusOnArrival } from './pause-part.tsx';
import { useWish } from './pause-wish.ts';

export type NotSafeProps = {
  conversation: Conversation;
  who: Who;
  /** What was told before stays told. */
  told: CheckIn | undefined;
  onBack: () => void;
  onTold: () => void;
};

/** R3. A gentle stop: help, putting the talk off, or telling whoever leads. Which of them, and whether any, is this partner's. */
export function NotSafe({ conversation, who, told, onBack, onTold }: NotSafeProps) {
  const t = useText();
  const { openHelp } = useFrameActions();
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  const stop = useWish(conversation);
  const gathering = conversation.state.phase === 'gathering';
  const tell = useWish(conversation, onTold);
  const { location = '', phone = '', contact = '', pauseWord = '' } = told ?? {};
  const tellThem = () => tell.ask({ type: 'CheckIn', alone: false, location, phone, contact, pauseWord });
  return (
    <div className={styles.form} data-testid="check-not-safe">
      <h3 ref={heading} tabIndex={-1}>
        {t('check.no.title')}
      </h3>
      <p>{t('check.no.words', who)}</p>
      {gathering && <p>{t('check.no.off.words', who)}</p>}
      <RefusalNotice refusal={stop.refusal ?? tell.refusal} />
      <Actions>
        <Button kind="primary" onClick={openHelp}>
          {t('check.no.help')}
        </Button>
        <Button aria-disabled={tell.busy} onClick={tellThem} data-testid="check-tell">
          {t('check.no.tell', who)}
        </Button>
        {gathering && (
          <Button aria-disabled={stop.busy} onClick={() => stop.ask({ type: 'Stop' })} data-testid="check-off">
            {t('check.no.off')}
          </Button>
        )}
        <Button kind="quiet" onClick={onBack}>
          {t('check.no.back')}
        </Button>
      </Actions>
    </div>
  );
}
