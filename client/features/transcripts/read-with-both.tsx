import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { mayLookBackAlone } from '@turnward/shared/space/consents.ts';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import styles from './transcript.module.css';

/** CO4. Where the other may not read kept talks alone: letting them read this one now, for as long as it is open here. */
export function ReadWithBoth({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const { seat, space, names, openForBoth, letBothRead } = conversation;
  const other = otherSeat(seat);
  if (mayLookBackAlone(space, other) || space.left.length > 0) return null;
  const name = names[other];
  return (
    <div className={styles.tools}>
      <p role="status">{t(openForBoth ? 'together.open' : 'together.closed', { name })}</p>
      <div>
        <Button onClick={() => letBothRead(!openForBoth)}>
          {t(openForBoth ? 'together.close' : 'together.let', { name })}
        </Button>
      </div>
    </div>
  );
}
