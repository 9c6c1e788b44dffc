import type { Conversation } from '../../conversation/replica.ts';
import type { TextId, Translate } from '../../i18n/text.ts';
import type { Connection } from '../../ui/frame.tsx';

type Line = Conversation['connection'];

/** How the line to the server is, for the head of the page. */
export function lineWords(line: Line, t: Translate): Connection {
  const state = line === 'connected' ? 'open' : line === 'connecting' ? 'connecting' : 'lost';
  return { state, words: t(`talk.line.${line}`) };
}

/** How quick the line is, by how long an answer of the server took (ms). */
export function verdict(line: Line, roundTrip: number | undefined): TextId {
  if (line !== 'connected') return `talk.line.${line}`;
  if (roundTrip === undefined) return 'talk.check.measuring';
  if (roundTrip < 200) return 'talk.check.quick';
  return roundTrip < 900 ? 'talk.check.good' : 'talk.check.slow';
}
