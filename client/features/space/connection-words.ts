import type { Translate } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import type { Connection } from '../../ui/frame.tsx';

/** How the line to the server is, in words. */
export function connectionWords(connection: Space['connection'], t: Translate): Connection {
  if (connection === 'connected') return { state: 'open', words: t('space.connection.open') };
  if (connection === 'connecting') return { state: 'connecting', words: t('space.connection.connecting') };
  if (connection === 'old-version') return { state: 'lost', words: t('space.connection.old') };
  return { state: 'lost', words: t('space.connection.lost') };
}
