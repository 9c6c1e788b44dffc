import type { Step } from '@turnward/shared/guides/guide.ts';
import type { GuestRoom } from '../../conversation/replica.ts';
import { listed } from '../../i18n/listed.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { inTheRoom } from '../../room/in-the-room.ts';
import { PeopleList } from '../../room/people-list.tsx';
import { Rail } from '../../room/rail.tsx';
import { SaidLog } from '../../room/said.tsx';
import { exchangeOf } from '../../room/said-view.ts';
import { usePrompt } from '../../room/use-prompt.ts';
import { Notice } from '../../ui/notice.tsx';
import { LeaveTalk } from './leave-talk.tsx';
import styles from './observed-talk.module.css';

/** The rail, the step that is on, what was said, and who sees that somebody reads along. */
export function ObservedTalk({ room }: { room: GuestRoom }) {
  const { step, talk, guide, state, memberId } = room;
  return (
    <div className={styles.talk} data-testid="observed" data-phase={state.phase}>
      <div className={styles.rail}>
        <Rail room={room} />
      </div>
      <div className={styles.middle}>
        {step ? <StepOn room={room} step={step} /> : <Gathering room={room} />}
        <SeenBy room={room} />
        {step && <SaidLog room={room} exchange={exchangeOf(talk, guide, step, state.proposal?.seq)} />}
      </div>
      <div className={styles.people}>
        <PeopleList room={room} reader={memberId} />
        <LeaveTalk spaceId={state.spaceId} memberId={memberId} />
      </div>
    </div>
  );
}

function StepOn({ room, step }: { room: GuestRoom; step: Step }) {
  const t = useText();
  const g = useGuideText();
  const { prompt } = usePrompt(room, step);
  return (
    <div className={styles.head}>
      <h1 className={styles.prompt}>{prompt}</h1>
      <p className={styles.note}>{g(room.guide.id, `${step.id}.purpose`, step.purpose)}</p>
      {room.state.pause && <Notice>{t('observe.paused')}</Notice>}
    </div>
  );
}

function Gathering({ room: { guide } }: { room: GuestRoom }) {
  const t = useText();
  const g = useGuideText();
  return (
    <div className={styles.head}>
      <h1>{g(guide.id, 'title', guide.title)}</h1>
      <p>{t('observe.gathering')}</p>
    </div>
  );
}

/** ME9. Nobody reads along unseen: by name, all who see that this person is here. */
function SeenBy({ room }: { room: GuestRoom }) {
  const t = useText();
  const others = inTheRoom(room).filter(({ memberId }) => memberId !== room.memberId);
  return (
    <p className={styles.seen} data-testid="seen-by">
      {t('observe.seen', { names: listed(others.map(({ name }) => name)) })}
    </p>
  );
}
