import { Suspense, useLayoutEffect, useRef, useState } from 'react';
import { type Conversation, useConversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { FloorBanner } from '../../room/floor-banner.tsx';
import { Rail } from '../../room/rail.tsx';
import { useOpened } from '../../room/use-opened.ts';
import { Sheet } from '../../ui/dialog.tsx';
import { Frame } from '../../ui/frame.tsx';
import { lineWords } from '../../ui/line-words.ts';
import { useTitle } from '../../ui/use-title.ts';
import { CardsLink } from './cards-link.tsx';
import { DeskProvider, openDesk } from './desk.ts';
import { EndedScreen } from './ended-screen.tsx';
import { Gathering } from './gathering.tsx';
import { lazily } from './lazily.ts';
import { gateOf } from './led-view.ts';
import { LineBanner } from './line-banner.tsx';
import { LiveRoom } from './live-room.tsx';
import { NoTalk } from './no-talk.tsx';
import { PauseScreen } from './pause-screen.tsx';
import { People } from './people.tsx';
import styles from './talk-page.module.css';
import { useBeside } from './use-beside.ts';
import { WhisperSign } from './whisper-sign.tsx';

const SentBack = lazily(() => import('./sent-back.tsx').then((m) => m.SentBack));
const Whispers = lazily(() => import('./whispers.tsx').then((m) => m.Whispers));
const DraftLine = lazily(() => import('./draft-line.tsx').then((m) => m.DraftLine));

/** A conversation from gathering to its end. The tab's title stays neutral (R6). */
export function TalkPage({ conversationId }: { conversationId: string }) {
  const t = useText();
  const conversation = useConversation(conversationId);
  useTitle();
  if (conversation.phase === 'ready') return <Talk conversation={conversation} />;
  return (
    <Frame connection={lineWords(conversation.connection, t)}>
      <NoTalk conversation={conversation} conversationId={conversationId} />
    </Frame>
  );
}

function Talk({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const [more, setMore] = useState(false);
  const [opened, open] = useOpened();
  const beside = useBeside(conversation);
  const [desk] = useState(() => openDesk(conversation.draft));
  const { state, seat, step, connection, items, send } = conversation;
  const live = state.phase === 'live';
  // PA1. The calm screen comes with the press, not with the answer of the server.
  const pausing = items.some(({ type, state: sent }) => type === 'Pause' && sent === 'sending');
  const calm = live && (state.pause !== null || pausing);
  const away = live && !calm && gateOf(state, seat) === 'waiting-room';
  useTopOf(calm ? 'calm' : away ? 'away' : state.phase);
  return (
    <Frame
      connection={lineWords(connection, t)}
      onPause={live ? () => send({ type: 'Pause' }) : undefined}
      banner={
        live &&
        !calm && (
          <FloorBanner
            room={conversation}
            reader={seat}
            onMore={() => setMore(true)}
            sign={<WhisperSign beside={beside} />}
          />
        )
      }
    >
      <div className={styles.line}>
        <LineBanner conversation={conversation} desk={desk} />
      </div>
      {state.phase === 'gathering' && <Gathering conversation={conversation} beside={beside} />}
      {calm && <PauseScreen conversation={conversation} beside={beside} />}
      <DeskProvider value={desk}>
        {live && !calm && !away && step && (
          <LiveRoom conversation={conversation} step={step} opened={opened} onOpen={open} beside={beside} />
        )}
        <Suspense>{away && <SentBack conversation={conversation} beside={beside} />}</Suspense>
        {/* Nothing is drawn by it, and nothing waits for it. */}
        <Suspense>{live && <DraftLine conversation={conversation} />}</Suspense>
      </DeskProvider>
      {state.phase === 'ended' && <EndedScreen conversation={conversation} />}
      <Sheet open={more} onClose={() => setMore(false)} title={t('talk.more')}>
        <Rail room={conversation} reader={seat} />
        <CardsLink conversation={conversation} />
        <People conversation={conversation} />
      </Sheet>
      <Sheet open={beside.shown} onClose={() => beside.show(false)} title={t('beside.sheet')}>
        <Suspense>
          <Whispers conversation={conversation} beside={beside} />
        </Suspense>
      </Sheet>
    </Frame>
  );
}

/** Another screen begins at its top. */
function useTopOf(screen: string): void {
  const shown = useRef(screen);
  useLayoutEffect(() => {
    if (shown.current !== screen) scrollTo(0, 0);
    shown.current = screen;
  }, [screen]);
}
