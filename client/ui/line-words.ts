import type { Translate } from '../i18n/text.ts';
import type { Connection } from './frame.tsx';

type Line = 'connecting' | 'connected' | 'reconnecting' | 'offline' | 'signed-out' | 'locked' | 'old-version';

/** How the line to the server is, for the head of the page. */
export function lineWords(line: Line, t: Translate): Connection {
  const state = line === 'connected' ? 'open' : line === 'connecting' ? 'connecting' : 'lost';
  return { state, words: t(`talk.line.${line}`) };
}
