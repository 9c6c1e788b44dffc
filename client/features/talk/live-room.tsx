import { mayTakeBack } from '@turnward/shared/conversation/closed.ts';
import { isWrittenTogether } from '@turnward/shared/conversation/floor.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';
import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { Suspense } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { helpersOf } from '../../room/in-the-room.ts';
import { Rail } from '../../room/rail.tsx';
import { isFolded, SaidLog } from '../../room/said.tsx';
import { exchangeOf, isTheirs, type Said } from '../../room/said-view.ts';
import { usePrompt } from '../../room/use-prompt.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions } from '../../ui/page.tsx';
import { Answered } from './answered.tsx';
import { CardsLink } from './cards-link.tsx';
import { Composer } from './composer.tsx';
import { HeldReason } from './held-reason.tsx';
import { Joint } from './joint.tsx';
import { KeepPanel } from './keep-panel.tsx';
import { lazily } from './lazily.ts';
import { LeadLost } from './lead-lost.tsx';
import { Listening } from './listening.tsx';
import styles from './live-room.module.css';
import { People } from './people.tsx';
import { ReadyStep } from './ready-step.tsx';
import { partOf } from './room-part.ts';
import { StepHead } from './step-head.tsx';
import { useTurnAnnounced } from './turn-change.ts';
import { UnsentWords } from './unsent-words.tsx';
import type { Beside as BesideState } from './use-beside.ts';

const Beside = lazily(() => import('./beside.tsx').then((m) => m.Beside));
const Park = lazily(() => import('./park.tsx').then((m) => m.Park));
const Story = lazily(() => import('./story.tsx').then((m) => m.Story));
const TakeBack = lazily(() => import('./take-back.tsx').then((m) => m.TakeBack));

export type LiveRoomProps = {
  conversation: Conversation;
  step: Step;
  /** Heavy words that this reader has opened, by seq. */
  opened: ReadonlySet<number>;
  onOpen: (seq: number) => void;
  beside: BesideState;
};

/** Screens 6, 7 and 10. What was said, what is asked of me now; the guide and the people beside it where there is room. */
export function LiveRoom({ conversation, step, opened, onOpen, beside }: LiveRoomProps) {
  useTurnAnnounced(conversation, step);
  const { talk, guide, seat, state } = conversation;
  const exchange = exchangeOf(talk, guide, step, state.proposal?.seq);
  const folded = exchange.recent.some((entry) => isFolded(entry, seat, conversation, opened));
  const openWords = (seq: number) =>
    state.closed.includes(seq) ? void conversation.send({ type: 'OpenWords', seq }) : onOpen(seq);
  const takeBack = (said: Said) =>
    said.closed && (
      <Suspense>
        <TakeBack conversation={conversation} may={mayTakeBack(state, seat) === said.seq} />
      </Suspense>
    );
  return (
    <div className={styles.room}>
      <div className={styles.rail}>
        <Rail room={conversation} reader={seat} />
        <CardsLink conversation={conversation} />
      </div>
      <div className={styles.column} data-testid="room" data-step={step.id} data-turn={conversation.state.turn?.turnId}>
        <PartnerLost conversation={conversation} />
        <LeadLost conversation={conversation} />
        <SaidLog
          room={conversation}
          exchange={exchange}
          reader={seat}
          opened={opened}
          onOpen={openWords}
          beneath={takeBack}
        />
        <HeldReason conversation={conversation} />
        <MyPart key={conversation.state.turn?.turnId} conversation={conversation} step={step} folded={folded} />
        {!folded && (
          <Suspense>
            <Park
              key={`park ${state.turn?.turnId}`}
              conversation={conversation}
              step={step}
              reads={exchange.recent.some((entry) => isTheirs(entry, seat))}
            />
          </Suspense>
        )}
        <UnsentWords conversation={conversation} />
      </div>
      <div className={styles.side}>
        <div className={styles.people}>
          <People conversation={conversation} />
        </div>
        {helpersOf(conversation).length > 0 && (
          <Suspense>
            <Beside conversation={conversation} beside={beside} />
          </Suspense>
        )}
      </div>
    </div>
  );
}

/** One instance per turn, so that a new turn begins with nothing of the old one. */
function MyPart({ conversation, step, folded }: { conversation: Conversation; step: Step; folded: boolean }) {
  const guideText = useGuideText();
  const { state, seat, guide } = conversation;
  const part = partOf(state, step, seat);
  if (step.kind === 'keep') {
    return (
      <div className={styles.part}>
        <StepHead title={guideText(guide.id, `${step.id}.prompt`, step.prompt)} />
        <KeepPanel conversation={conversation} />
      </div>
    );
  }
  if (part === 'listen') return <Listening conversation={conversation} step={step} />;
  if (part === 'done') return <Answered />;
  if (isWrittenTogether(step)) {
    return (
      <Suspense fallback={<StoryComing conversation={conversation} step={step} />}>
        <Story conversation={conversation} step={step} />
      </Suspense>
    );
  }
  if (step.actor === 'both') return <Joint conversation={conversation} step={step} />;
  if (step.kind === 'ready') return <ReadyStep conversation={conversation} step={step} />;
  if (folded) return <Unread conversation={conversation} step={step} />;
  return <Composer conversation={conversation} step={step} />;
}

/** The step stands already while the text that both write in is fetched. */
function StoryComing({ conversation, step }: { conversation: Conversation; step: Step }) {
  const t = useText();
  const { prompt } = usePrompt(conversation, step);
  return (
    <div className={styles.part}>
      <StepHead title={prompt} hint={t('talk.story.coming')} />
    </div>
  );
}

/** Heavy words wait to be opened: until then the page is about them alone. Pausing needs no opening. */
function Unread({ conversation, step }: { conversation: Conversation; step: Step }) {
  const t = useText();
  const { prompt } = usePrompt(conversation, step);
  const { send } = conversation;
  return (
    <div className={styles.part} data-testid="unread">
      <StepHead title={prompt} hint={t('talk.heavy.then')} />
      <Actions>
        <Button kind="pause" onClick={() => send({ type: 'Pause' })}>
          {t('talk.needPause')}
        </Button>
      </Actions>
    </div>
  );
}

/** Where the other's line is gone and it is not they who hold the floor. */
function PartnerLost({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const { presence, seat, state, names, connection } = conversation;
  const other = otherSeat(seat);
  const holdsAlone = state.turn?.holders.length === 1 && state.turn.holders[0] === other;
  if (connection !== 'connected' || presence[other]?.state !== 'lost' || holdsAlone) return null;
  return (
    <Notice tone="attention" live>
      <p data-testid="partner-lost">{t('talk.partner.lost', { name: names[other] })}</p>
    </Notice>
  );
}
