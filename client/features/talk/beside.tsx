import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { Lock } from 'lucide-react';
import { useId } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { listed } from '../../i18n/listed.ts';
import '../../i18n/en-helpers.ts';
import { useText } from '../../i18n/text.ts';
import { helpersOf } from '../../room/in-the-room.ts';
import { Button } from '../../ui/button.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './beside.module.css';
import { useWish } from './pause-wish.ts';
import type { Beside as BesideState } from './use-beside.ts';

export type BesideProps = { conversation: Conversation; beside: BesideState };

/** The way to the facilitators that the other does not see: writing to them alone, and asking for help with one press. */
export function Beside({ conversation, beside }: BesideProps) {
  const t = useText();
  const id = useId();
  const { names, seat } = conversation;
  const helpers = helpersOf(conversation);
  if (helpers.length === 0) return null;
  const who = { names: listed(helpers), partner: names[otherSeat(seat)] };
  return (
    <section className={styles.beside} aria-labelledby={id} data-testid="beside" data-unread={beside.unread}>
      <h2 id={id} className={styles.title}>
        <Lock size={16} aria-hidden="true" />
        {t('beside.title', who)}
        {beside.unread > 0 && (
          <span className={styles.unread} data-testid="unread">
            {t('beside.unread', { count: beside.unread })}
          </span>
        )}
      </h2>
      <Button onClick={() => beside.show(true)} data-testid="whisper-open">
        {t(beside.unread > 0 ? 'beside.read' : 'beside.write', who)}
      </Button>
      <Help conversation={conversation} who={who} />
    </section>
  );
}

/** WH5. One press, and who learns of it is said before. */
function Help({ conversation, who }: { conversation: Conversation; who: { names: string; partner: string } }) {
  const t = useText();
  const id = useId();
  const { state, seat } = conversation;
  const { ask, busy, refusal } = useWish(conversation);
  const asked = state.asides[seat].helpAsked !== null;
  return (
    <div className={styles.help}>
      {!asked && (
        <Button
          aria-describedby={id}
          aria-disabled={busy}
          onClick={() => ask({ type: 'AskForHelp' })}
          data-testid="ask-help"
        >
          {t(busy ? 'pause.sending' : 'beside.help')}
        </Button>
      )}
      <p id={id} className={styles.note} role="status">
        {t(asked ? 'beside.help.asked' : 'beside.help.who', who)}
      </p>
      <RefusalNotice refusal={refusal} />
    </div>
  );
}
