import { useGuestRoom } from '../../conversation/replica.ts';
import '../../i18n/en-helpers.ts';
import { useText } from '../../i18n/text.ts';
import { FloorBanner } from '../../room/floor-banner.tsx';
import { LineLost } from '../../room/line-lost.tsx';
import { NoRoom } from '../../room/no-room.tsx';
import { Frame } from '../../ui/frame.tsx';
import { lineWords } from '../../ui/line-words.ts';
import { useTitle } from '../../ui/use-title.ts';
import { NoTalkOn } from './no-talk-on.tsx';
import { ObservedTalk } from './observed-talk.tsx';

/** Screen 9: a talk as an observer reads it. There is nothing to write, and nothing to press but leaving (ME5). */
export function ObservePage({ conversationId }: { conversationId: string }) {
  const t = useText();
  const room = useGuestRoom(conversationId);
  useTitle();
  if (room.phase !== 'ready' || room.role !== 'observer') {
    return (
      <Frame connection={lineWords(room.connection, t)}>
        <NoRoom room={room} conversationId={conversationId} />
      </Frame>
    );
  }
  const { state, connection, space } = room;
  return (
    <Frame
      connection={lineWords(connection, t)}
      pauseClosed={state.phase === 'live' ? t('observe.pause.closed') : undefined}
      banner={state.phase === 'live' && <FloorBanner room={room} />}
    >
      <LineLost room={room} />
      {state.phase === 'ended' ? <NoTalkOn spaceId={space.spaceId} over /> : <ObservedTalk room={room} />}
    </Frame>
  );
}
