import type { CheckIn } from '@turnward/shared/conversation/commands.ts';
import type { AsideEvent } from '@turnward/shared/conversation/events.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { Whisper } from '../../room/whispers.ts';

/** Who reads it, and who does not: `name` leads, `names` are all facilitators. */
export type Who = { name: string; names: string; partner: string };

/** Of what was whispered, what is to me and I have not seen: after the last I looked at, and after the last I wrote myself. */
export function unreadOf(whispers: readonly Whisper[], readTo: number): Whisper[] {
  const answered = whispers.findLast(({ from }) => from === null)?.seq ?? 0;
  return whispers.filter(({ seq, from, text }) => from !== null && text && seq > Math.max(readTo, answered));
}

/** WH2. What I told last, as far as it still has words. */
export function checkedIn(aside: readonly Recorded<AsideEvent>[]): CheckIn | undefined {
  const text = aside.findLast(({ event }) => event.type === 'CheckedIn')?.words?.text;
  if (!text) return undefined;
  const { alone, location = '', phone = '', contact = '', pauseWord = '' } = text;
  return { alone: alone === 'yes', location, phone, contact, pauseWord };
}
