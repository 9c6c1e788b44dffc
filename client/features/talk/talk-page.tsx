import { Suspense, useLayoutEffect, useRef, useState } from 'react';
import { type Conversation, useConversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { Sheet } from '../../ui/dialog.tsx';
import { Frame } from '../../ui/frame.tsx';
import { lineWords } from '../../ui/line-words.ts';
import { useTitle } from '../../ui/use-title.ts';
import { CardsLink } from './cards-link.tsx';
import { DeskProvider, openDesk } from './desk.ts';
import { EndedScreen } from './ended-screen.tsx';
import { FloorBanner } from './floor-banner.tsx';
import { Gathering } from './gathering.tsx';
import { lazily } from './lazily.ts';
import { LineBanner } from './line-banner.tsx';
import { LiveRoom } from './live-room.tsx';
import { NoTalk } from './no-talk.tsx';
import { PauseScreen } from './pause-screen.tsx';
import { People } from './people.tsx';
import { Rail } from './rail.tsx';
import { useOpened } from './said.tsx';
import styles from './talk-page.module.css';

const DraftLine = lazily(() => import('./draft-line.tsx').then((m) => m.DraftLine));

/** A conversation from gathering to its end. The tab's title stays neutral (R6). */
export function TalkPage({ conversationId }: { conversationId: string }) {
  const t = useText();
  const conversation = useConversation(conversationId);
  useTitle();
  if (conversation.phase === 'ready') return <Talk conversation={conversation} />;
  return (
    <Frame connection={lineWords(conversation.connection, t)}>
      <NoTalk conversation={conversation} />
    </Frame>
  );
}

function Talk({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const [more, setMore] = useState(false);
  const [opened, open] = useOpened();
  const [desk] = useState(() => openDesk(conversation.draft));
  const { state, step, connection, items, send } = conversation;
  const live = state.phase === 'live';
  // PA1. The calm screen comes with the press, not with the answer of the server.
  const pausing = items.some(({ type, state: sent }) => type === 'Pause' && sent === 'sending');
  const calm = live && (state.pause !== null || pausing);
  useTopOf(calm ? 'calm' : state.phase);
  return (
    <Frame
      connection={lineWords(connection, t)}
      onPause={live ? () => send({ type: 'Pause' }) : undefined}
      banner={live && !calm && <FloorBanner conversation={conversation} onMore={() => setMore(true)} />}
    >
      <div className={styles.line}>
        <LineBanner conversation={conversation} desk={desk} />
      </div>
      {state.phase === 'gathering' && <Gathering conversation={conversation} />}
      {calm && <PauseScreen conversation={conversation} />}
      <DeskProvider value={desk}>
        {live && !calm && step && <LiveRoom conversation={conversation} step={step} opened={opened} onOpen={open} />}
        {/* Nothing is drawn by it, and nothing waits for it. */}
        <Suspense>{live && <DraftLine conversation={conversation} />}</Suspense>
      </DeskProvider>
      {state.phase === 'ended' && <EndedScreen conversation={conversation} />}
      <Sheet open={more} onClose={() => setMore(false)} title={t('talk.more')}>
        <Rail conversation={conversation} />
        <CardsLink conversation={conversation} />
        <People conversation={conversation} />
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
