import { isHeld, momentIn } from '@turnward/shared/conversation/rights.ts';
import { isLed } from '@turnward/shared/conversation/state.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { useId } from 'react';
import type { GuestRoom } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { leaderOf } from '../../room/in-the-room.ts';
import { usePrompt } from '../../room/use-prompt.ts';
import { Notice } from '../../ui/notice.tsx';
import { useHeadingFocus } from '../../ui/page.tsx';
import { FloorShare } from './floor-share.tsx';
import { PauseSize } from './pause-size.tsx';
import styles from './step-now.module.css';

/** The present step: what it asks and what for, and whose it is; how long it has been on, and the floor of each. */
export function StepNow({ room, step }: { room: GuestRoom; step: Step }) {
  const t = useText();
  const g = useGuideText();
  const id = useId();
  const heading = useHeadingFocus();
  const { prompt } = usePrompt(room, step);
  const { guide, state } = room;
  return (
    <section className={styles.now} aria-labelledby={id} data-testid="step-now" data-step={step.id}>
      {state.interrupted && <p className={styles.between}>{t('lead.between')}</p>}
      <h1 id={id} ref={heading} tabIndex={-1} className={styles.prompt}>
        {prompt}
      </h1>
      <p className={styles.purpose}>{g(guide.id, `${step.id}.purpose`, step.purpose)}</p>
      <Closed room={room} />
      {(state.turn?.given ?? 0) > 0 && <p>{t('lead.given', { minutes: state.turn?.given ?? 0 })}</p>}
      {state.slow && <p>{t('lead.slow.on')}</p>}
      <FloorShare room={room} />
    </section>
  );
}

/** Why nobody can write just now. */
function Closed({ room }: { room: GuestRoom }) {
  const t = useText();
  const { state, names, people } = room;
  const { hold, pause, admitted } = state;
  if (pause) return <Paused room={room} />;
  if (momentIn(state) === 'stopping') return <Notice>{t('lead.stopping')}</Notice>;
  if (!isHeld(state)) return null;
  const out = isLed(state) ? SEATS.filter((seat) => !admitted[seat]) : [];
  return (
    <Notice tone="attention">
      <div data-testid="held">
        {hold && <p>{hold.by ? t('lead.held', { name: people[hold.by] ?? '' }) : t('lead.waits')}</p>}
        {out.map((seat) => (
          <p key={seat}>{t('lead.out', { name: names[seat] })}</p>
        ))}
      </div>
    </Notice>
  );
}

function Paused({ room }: { room: GuestRoom }) {
  const t = useText();
  const { pause } = room.state;
  if (!pause) return null;
  const { by, facilitator, leadLost } = pause;
  const name = facilitator ? (room.people[facilitator] ?? '') : by ? room.names[by] : (leaderOf(room)?.name ?? '');
  const who = by || facilitator ? 'by' : leadLost ? 'lead-lost' : 'guide';
  return (
    <Notice>
      <div data-testid="paused">
        <p>
          <b>{t(`lead.paused.${who}`, { name })}</b>
        </p>
        <PauseSize pause={pause} />
      </div>
    </Notice>
  );
}
