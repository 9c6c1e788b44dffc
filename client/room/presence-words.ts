import type { Room } from '../conversation/room.ts';
import { useText } from '../i18n/text.ts';
import type { PresenceOf } from '../space/space-store.ts';

/**
 * Where somebody is, in words: here, writing, paused, away, lost connection; on how many devices, where on several (R8, ME9).
 * `mine`: the reader themself. Undefined while nothing is known.
 */
export function usePresenceWords({
  connection,
}: Pick<Room, 'connection'>): (known: PresenceOf | undefined, mine?: boolean) => string | undefined {
  const t = useText();
  return (known, mine = false) => {
    if (connection !== 'connected') return mine ? t(`talk.line.${connection}`) : t('talk.presence.unknown');
    if (!known) return undefined;
    const words = t(`talk.presence.${known.state}`);
    return known.devices > 1 ? t('talk.presence.devices', { words, count: known.devices }) : words;
  };
}
