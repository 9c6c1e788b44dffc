import type { Seat } from '@turnward/shared/kernel/stream.ts';
import type { ReactNode } from 'react';
import type { Room } from '../conversation/room.ts';
import { type Translate, useGuideText, useText } from '../i18n/text.ts';
import { Button } from '../ui/button.tsx';
import { Mark, Marks } from '../ui/mark.tsx';
import styles from './floor-banner.module.css';
import { type Floor, floorOf } from './floor-view.ts';
import { type Held, whyHeld } from './held-view.ts';
import { stepOnTheWay } from './on-the-way.ts';
import { outlineView } from './outline-view.ts';

export type FloorBannerProps = {
  room: Room;
  /** Who reads, where one of the two does. */
  reader?: Seat;
  /** What “More” opens; without it there is no such button. */
  onMore?: () => void;
  /** A small sign beside it: what waits for this reader alone. */
  sign?: ReactNode;
};

/** Whose floor it is, by name, shape and colour, and where in the guide: always in sight. */
export function FloorBanner({ room, reader, onMore, sign }: FloorBannerProps) {
  const t = useText();
  const { state, step, names } = room;
  const floor = step && floorOf(state, step, reader);
  if (!step || !floor) return null;
  const held = whyHeld(room, reader);
  const seat = !held && 'seat' in floor ? floor.seat : undefined;
  return (
    <div
      className={styles.floor}
      data-testid="floor"
      data-floor={held ? 'held' : floor.kind}
      data-held={held?.why}
      data-seat={seat}
    >
      <span className={styles.who}>
        {held ? <Mark of={held.why === 'waits' ? held.seat : 'facilitator'} /> : seat ? <Mark of={seat} /> : <Marks />}
        <b>{held ? heldInWords(held, names, reader, t) : floorInWords(floor, names, reader, t)}</b>
      </span>
      <Place room={room} />
      {sign && <span className={styles.sign}>{sign}</span>}
      {onMore && (
        <span className={styles.more}>
          <Button kind="quiet" onClick={onMore}>
            {t('talk.more')}
          </Button>
        </span>
      )}
    </div>
  );
}

function Place({ room }: { room: Room }) {
  const t = useText();
  const guideText = useGuideText();
  const { state, guide } = room;
  const step = stepOnTheWay(room);
  if (!step) return null;
  const { number, lines } = outlineView(guide, step, state.first);
  const title = guideText(guide.id, `outline.${step.outline}`, lines[number - 1]?.title ?? '');
  return (
    <span className={styles.step} data-testid="step" data-between={state.interrupted ? true : undefined}>
      {state.interrupted ? t('talk.between') : t('talk.step', { number, count: lines.length, title })}
    </span>
  );
}

function heldInWords(held: Held, names: Record<Seat, string>, reader: Seat | undefined, t: Translate): string {
  if (held.why === 'waits' && held.seat === reader) return t('talk.floor.waits.me');
  if (held.why === 'waits') return t('talk.floor.waits', { name: names[held.seat] });
  return t(`talk.floor.${held.why}`, { name: held.name });
}

/** To a guest the two are named; to each of the two the other is. */
function floorInWords(floor: Floor, names: Record<Seat, string>, reader: Seat | undefined, t: Translate): string {
  if (floor.kind === 'theirs') return t('talk.floor.theirs', { name: names[floor.seat] });
  if (floor.kind === 'mine' || reader) return t(`talk.floor.${floor.kind}`);
  return t(floor.kind === 'each' ? 'talk.floor.each.guest' : 'talk.floor.together.guest');
}
