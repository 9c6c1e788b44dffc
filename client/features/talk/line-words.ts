import type { Conversation } from '../../conversation/replica.ts';
import type { TextId } from '../../i18n/text.ts';

/** How quick the line is, by how long an answer of the server took (ms). */
export function verdict(line: Conversation['connection'], roundTrip: number | undefined): TextId {
  if (line !== 'connected') return `talk.line.${line}`;
  if (roundTrip === undefined) return 'talk.check.measuring';
  if (roundTrip < 200) return 'talk.check.quick';
  return roundTrip < 900 ? 'talk.check.good' : 'talk.check.slow';
}
