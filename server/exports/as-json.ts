import type { TalksCopy } from '@turnward/shared/wire/talks-copy.ts';
import { sealed } from './seal.ts';

/** A copy for another program: `seal` is the last of its keys, on a line of its own. */
export function asJson(copy: TalksCopy): { text: string; seal: string } {
  const open = JSON.stringify(copy, null, 2).replace(/\n\}$/, ',');
  const { text, seal } = sealed([open], (made) => `  "seal": "${made}"`);
  return { text: `${text}}\n`, seal };
}
