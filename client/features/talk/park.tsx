import { momentIn } from '@turnward/shared/conversation/rights.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';
import { Bookmark } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import '../../i18n/en-parks.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './park.module.css';
import { ParkIt } from './park-it.tsx';
import { ParkedNow } from './parked-now.tsx';
import { partOf } from './room-part.ts';

/** `reads`: words of the other are on the screen. */
type ParkProps = { conversation: Conversation; step: Step; reads: boolean };

/** R11, PK5. Where the other's words are read or own ones are written: what is new can be left for later, with help. */
export function Park({ conversation, step, reads }: ParkProps) {
  const t = useText();
  const { state, seat } = conversation;
  const [open, setOpen] = useState(false);
  const parked = state.parked.some((each) => each.seat === seat && each.turnId === state.turn?.turnId);
  const moment = momentIn(state);
  const writes = partOf(state, step, seat) === 'write' && step.fields.length > 0;
  const done = useRef<HTMLParagraphElement>(null);
  const close = () => {
    setOpen(false);
    // The button that opened it is gone.
    if (parked) requestAnimationFrame(() => done.current?.focus({ preventScroll: true }));
  };
  if (moment !== 'live' && moment !== 'held') return null;
  if (!parked && !writes && !reads) return null;
  return (
    <div className={styles.park} data-testid="park" data-parked={parked}>
      {parked ? (
        <p ref={done} tabIndex={-1} className={styles.note}>
          {t('park.done.here')}
        </p>
      ) : (
        <Button kind="quiet" icon={<Bookmark size={20} aria-hidden="true" />} onClick={() => setOpen(true)}>
          {t(writes ? 'park.open.write' : 'park.open.read')}
        </Button>
      )}
      <Dialog open={open} onClose={close} title={t(parked ? 'park.after' : 'park.title')}>
        {parked ? (
          <ParkedNow conversation={conversation} onClose={close} />
        ) : (
          <ParkIt conversation={conversation} step={step} writes={writes} onClose={close} />
        )}
      </Dialog>
    </div>
  );
}
