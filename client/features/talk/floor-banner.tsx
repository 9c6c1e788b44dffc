import type { Conversation } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import styles from './floor-banner.module.css';
import { outlineView } from './outline-view.ts';
import { floorOf } from './room-part.ts';

/** Whose floor it is, by name, shape and colour, and where in the guide: always in sight. */
export function FloorBanner({ conversation, onMore }: { conversation: Conversation; onMore: () => void }) {
  const t = useText();
  const guideText = useGuideText();
  const { state, step, seat, names, guide } = conversation;
  const floor = step && floorOf(state, step, seat);
  if (!step || !floor) return null;
  const { number, lines } = outlineView(guide, step, state.first);
  const title = lines[number - 1]?.title ?? '';
  const words =
    floor.kind === 'theirs' ? t('talk.floor.theirs', { name: names[floor.seat] }) : t(`talk.floor.${floor.kind}`);
  return (
    <div
      className={styles.floor}
      data-testid="floor"
      data-floor={floor.kind}
      data-seat={'seat' in floor ? floor.seat : undefined}
    >
      <span className={styles.who}>
        <span className={styles.marks}>
          {'seat' in floor ? (
            <Mark of={floor.seat} />
          ) : (
            <>
              <Mark of="a" />
              <Mark of="b" />
            </>
          )}
        </span>
        <b>{words}</b>
      </span>
      <span className={styles.step} data-testid="step">
        {t('talk.step', {
          number,
          count: lines.length,
          title: guideText(guide.id, `outline.${step.outline}`, title),
        })}
      </span>
      <span className={styles.more}>
        <Button kind="quiet" onClick={onMore}>
          {t('talk.more')}
        </Button>
      </span>
    </div>
  );
}
