import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { Suspense, useEffect, useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { useActsAnnounced } from '../../room/acts-announced.ts';
import { helpersOf } from '../../room/in-the-room.ts';
import { useSlowClock } from '../../room/slow-clock.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { useFrameActions } from '../../ui/frame-actions.ts';
import { Notice } from '../../ui/notice.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { lazily } from './lazily.ts';
import { LeadLost } from './lead-lost.tsx';
import styles from './pause.module.css';
import { PauseChosen } from './pause-chosen.tsx';
import { PauseReturn } from './pause-return.tsx';
import { PauseSize } from './pause-size.tsx';
import { PauseStop } from './pause-stop.tsx';
import { type PauseView, pauseView } from './pause-view.ts';
import { SettleLibrary } from './settle-library.tsx';
import type { Beside as BesideState } from './use-beside.ts';

const Beside = lazily(() => import('./beside.tsx').then((m) => m.Beside));

/**
 * Screen 11, the calm screen for both. Before the server has recorded the pause it stands already, so that pressing
 * Pause is felt at once. R9: no reason is asked, none is shown, and nothing is counted.
 */
export function PauseScreen({ conversation, beside }: { conversation: Conversation; beside: BesideState }) {
  const t = useText();
  const { state, talk, seat, now } = conversation;
  const view = pauseView(state, talk, seat, useSlowClock(now));
  const asked = view?.asked ?? 'me';
  const lead = t(`pause.lead.${asked}`, { name: whoAsked(conversation, asked) });
  useSaidAloud(view, asked === 'facilitator' ? lead : '');
  useActsAnnounced(conversation);
  return (
    <div className={styles.calm} data-testid="pause" data-asked={asked}>
      <Page title={t(asked === 'guide' ? 'pause.title.guide' : 'pause.title')} lead={lead}>
        {view && <Paused key={state.pause?.pauseId} conversation={conversation} view={view} />}
        {asked !== 'lead-lost' && <LeadLost conversation={conversation} />}
        {helpersOf(conversation).length > 0 && (
          <Suspense>
            <Beside conversation={conversation} beside={beside} />
          </Suspense>
        )}
      </Page>
    </div>
  );
}

/** Whose pause it is, by name, where somebody's. */
function whoAsked({ state, names, people, seat }: Conversation, asked: PauseView['asked']): string {
  if (asked === 'facilitator') return people[state.pause?.facilitator ?? ''] ?? '';
  if (asked === 'lead-lost') return people[state.lead?.memberId ?? ''] ?? '';
  return names[otherSeat(seat)];
}

type Part = 'rest' | 'size' | 'return';

const firstPart = ({ asked, size }: PauseView): Part => (asked === 'me' && size === undefined ? 'size' : 'rest');

/** One thing at a time: choosing how long, resting, or saying how it is now. A new round begins with rest. */
function Paused({ conversation, view }: { conversation: Conversation; view: PauseView }) {
  const t = useText();
  const round = conversation.state.pause?.round;
  const [shown, setShown] = useState(() => ({ part: firstPart(view), round, pressed: false }));
  const show = (part: Part) => setShown({ part, round, pressed: true });
  const { pressed } = shown;
  const part = shown.part === 'return' && shown.round !== round ? 'rest' : shown.part;
  if (part === 'return' && !view.rated) return <PauseReturn conversation={conversation} onLater={() => show('rest')} />;
  const offered = view.asked !== 'me' && view.asked !== 'partner' && view.size === undefined;
  return (
    <>
      {view.extended && !view.rated && <Notice live>{t('pause.extended')}</Notice>}
      {view.mayChoose && !view.rated && (part === 'size' || offered) ? (
        <PauseSize conversation={conversation} view={view} focus={pressed} onDone={() => show('rest')} />
      ) : (
        <PauseChosen conversation={conversation} view={view} focus={pressed} onChange={() => show('size')} />
      )}
      {(part !== 'size' || view.rated) && <SettleLibrary title={t('pause.settle.title')} />}
      <WaysOn conversation={conversation} view={view} onReturn={() => show('return')} />
    </>
  );
}

/** Coming back, stopping for today and Help: always there, whatever else is open. */
function WaysOn(props: { conversation: Conversation; view: PauseView; onReturn: () => void }) {
  const { conversation, view, onReturn } = props;
  const t = useText();
  const { openHelp } = useFrameActions();
  return (
    <div className={styles.foot}>
      {view.long && !view.rated && <p role="status">{t('pause.long')}</p>}
      <Actions>
        {!view.rated && view.mayReturn && (
          <Button kind={view.over || view.long ? 'primary' : 'secondary'} onClick={onReturn}>
            {t('pause.return.ready')}
          </Button>
        )}
        <PauseStop conversation={conversation} />
        <Button kind="quiet" onClick={openHelp}>
          {t('pause.help')}
        </Button>
      </Actions>
    </div>
  );
}

/** The pause interrupts; that its time is over is said politely, once. */
function useSaidAloud(view: PauseView | null, who: string): void {
  const t = useText();
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when the screen comes
  useEffect(
    () => announce(`${t(view?.asked === 'guide' ? 'pause.title.guide' : 'pause.title')} ${who}`.trim(), 'assertive'),
    [],
  );
  const over = view?.over === true && !view.rated;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said when the time is over, not when the language changes
  useEffect(() => {
    if (over) announce(t('pause.time.over'));
  }, [over]);
}
