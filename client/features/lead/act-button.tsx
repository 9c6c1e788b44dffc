import { type ReactNode, useId } from 'react';
import type { GuestRoom } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { leaderOf } from '../../room/in-the-room.ts';
import { Button, type ButtonProps } from '../../ui/button.tsx';
import styles from './acts.module.css';
import { type Act, type Closed, closedBecause, closedNow } from './acts-view.ts';

export type ActButtonProps = {
  room: GuestRoom;
  /** Which act it stands for: that decides whether it is open. */
  of: Act;
  busy: boolean;
  onPress: () => void;
  children: ReactNode;
} & Pick<ButtonProps, 'kind' | 'aria-expanded' | 'aria-controls'>;

/** A button for one act. Where the moment does not allow it, it is closed and the reason stands in words beside it. */
export function ActButton({ room, of, busy, onPress, children, ...button }: ActButtonProps) {
  const id = useId();
  const words = useClosedWords(room);
  const closed = closedBecause(room, of);
  // What holds for all acts alike is said once, above them.
  const common = closed !== null && closed === closedNow(room, of);
  return (
    <span className={styles.act} data-act={of} data-closed={closed ?? undefined}>
      <Button
        {...button}
        aria-disabled={closed !== null || busy}
        aria-describedby={closed ? id : undefined}
        onClick={() => closed === null && !busy && onPress()}
      >
        {children}
      </Button>
      {closed && (
        <span id={id} className={common ? 'visually-hidden' : styles.reason}>
          {words(closed)}
        </span>
      )}
    </span>
  );
}

/** Why something is closed, as a sentence. */
export function useClosedWords(room: GuestRoom): (closed: Closed) => string {
  const t = useText();
  const name = leaderOf(room)?.name ?? '';
  return (closed) => t(`lead.closed.${closed}`, { name });
}
