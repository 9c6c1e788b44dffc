import type { Room } from '../conversation/room.ts';
import { useText } from '../i18n/text.ts';
import type { InRoom } from './in-the-room.ts';
import { usePresenceWords } from './presence-words.ts';

/** What is said beside a name: of a guest what they are there for, of everybody where they are. */
export function usePersonNote(room: Room, reader?: string): (who: InRoom) => string | undefined {
  const t = useText();
  const presence = usePresenceWords(room);
  return ({ memberId, part, known }) => {
    const where = presence(known, memberId === reader);
    if (part === 'partner') return where;
    return `${t(`room.part.${part}`)} · ${where ?? t('talk.presence.notHere')}`;
  };
}
