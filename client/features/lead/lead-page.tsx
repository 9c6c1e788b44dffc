import { useState } from 'react';
import { type GuestRoom, useGuestRoom } from '../../conversation/replica.ts';
import '../../i18n/en-helpers.ts';
import { useText } from '../../i18n/text.ts';
import { FloorBanner } from '../../room/floor-banner.tsx';
import { LineLost } from '../../room/line-lost.tsx';
import { NoRoom } from '../../room/no-room.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { Frame } from '../../ui/frame.tsx';
import { lineWords } from '../../ui/line-words.ts';
import { useTitle } from '../../ui/use-title.ts';
import { CardsLink } from './cards-link.tsx';
import { Console } from './console.tsx';
import { EndedConsole } from './ended-console.tsx';
import { GuideRail } from './guide-rail.tsx';
import { useToldAbout } from './use-told-about.ts';

/** Screen 8: a talk as a facilitator leads it, from afar. The tab’s title stays neutral (R6). */
export function LeadPage({ conversationId }: { conversationId: string }) {
  const t = useText();
  const room = useGuestRoom(conversationId);
  useTitle();
  if (room.phase === 'ready' && room.role === 'facilitator') return <Lead room={room} />;
  return (
    <Frame connection={lineWords(room.connection, t)}>
      <NoRoom room={room} conversationId={conversationId} />
    </Frame>
  );
}

function Lead({ room }: { room: GuestRoom }) {
  const t = useText();
  const [guide, setGuide] = useState(false);
  const { state, connection, send } = room;
  const live = state.phase === 'live';
  useToldAbout(room);
  return (
    <Frame
      connection={lineWords(connection, t)}
      onPause={live ? () => send({ type: 'Pause' }) : undefined}
      banner={live && <FloorBanner room={room} onMore={() => setGuide(true)} />}
    >
      <LineLost room={room} />
      {state.phase === 'ended' ? <EndedConsole room={room} /> : <Console room={room} />}
      <Sheet open={guide} onClose={() => setGuide(false)} title={t('lead.guide')}>
        <GuideRail room={room} />
        <CardsLink room={room} />
      </Sheet>
    </Frame>
  );
}
