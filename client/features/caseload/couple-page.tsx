import type { GuestRoom } from '@turnward/shared/wire/doors.ts';
import { useEffect } from 'react';
import '../../i18n/en-helpers.ts';
import { useText } from '../../i18n/text.ts';
import { refreshGuestRooms, useGuestRooms } from '../../space/guest-rooms.ts';
import { useSpace } from '../../space/replica.ts';
import { Frame } from '../../ui/frame.tsx';
import { lineWords } from '../../ui/line-words.ts';
import { Page } from '../../ui/page.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { CoupleFile } from './couple-file.tsx';
import { NotMyCouple } from './not-my-couple.tsx';
import { OnlyNotes } from './only-notes.tsx';

/** The file of one couple: who they are, when they meet, the talks so far, and their facilitator's own notes. */
export function CouplePage({ spaceId }: { spaceId: string }) {
  const t = useText();
  const known = useGuestRooms();
  useTitle();
  const rooms = known.phase === 'ready' ? known.rooms : [];
  const room = rooms.find((each) => each.spaceId === spaceId && each.role === 'facilitator');
  if (known.phase === 'ready' && room?.standing === 'active') return <Open room={room} memberId={known.memberId} />;
  return (
    <Frame>
      {known.phase === 'connecting' && <Page title={t('waiting.title')} />}
      {known.phase === 'ready' && room ? (
        <OnlyNotes room={room} memberId={known.memberId} />
      ) : (
        known.phase !== 'connecting' && <NotMyCouple known={known} spaceId={spaceId} />
      )}
    </Frame>
  );
}

function Open({ room, memberId }: { room: GuestRoom; memberId: string }) {
  const t = useText();
  const { spaceId } = room;
  const space = useSpace(spaceId);
  // ME2. The membership was frozen or has ended a moment ago: what is left is asked for anew.
  const shut = space.phase === 'refused';
  useEffect(() => {
    if (shut) refreshGuestRooms();
  }, [shut]);
  return (
    <Frame connection={lineWords(space.connection, t)}>
      {space.phase === 'ready' ? (
        <CoupleFile space={space} memberId={memberId} />
      ) : (
        <Page title={shut ? room.spaceName : t('waiting.title')} />
      )}
    </Frame>
  );
}
