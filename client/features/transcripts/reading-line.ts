import type { Translate } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import type { Connection } from '../../ui/frame.tsx';

/** How the line to the server is, in words, while something kept is read. */
export function readingLine(line: Space['connection'], t: Translate): Connection {
  const state = line === 'connected' ? 'open' : line === 'connecting' ? 'connecting' : 'lost';
  return { state, words: t(`talk.line.${line}`) };
}
