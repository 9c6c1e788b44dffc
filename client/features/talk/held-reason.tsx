import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { Hand } from 'lucide-react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { whyHeld } from '../../room/held-view.ts';
import styles from './composer.module.css';

/** FA6. The boxes are closed for a moment, with the reason in words; what was written stays where it is. */
export function HeldReason({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const { seat, names } = conversation;
  const held = whyHeld(conversation, seat);
  if (!held) return null;
  const words =
    held.why === 'waits'
      ? t('talk.held.waits', { name: names[otherSeat(seat)] })
      : t(`talk.held.${held.why}`, { name: held.name });
  return (
    <div className={styles.closed} role="status" data-testid="held" data-why={held.why}>
      <Hand size={20} aria-hidden="true" />
      <p>{words}</p>
    </div>
  );
}
