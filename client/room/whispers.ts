import type { AsideEvent } from '@turnward/shared/conversation/events.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';

/**
 * What was whispered. `from`: a facilitator's member id, null where the partner of this stream wrote it. `text` is undefined
 * once it is destroyed.
 */
export type Whisper = { seq: number; at: number; from: string | null; text: string | undefined };

/** WH1. What is between one partner and the facilitators, oldest first. */
export const whispersIn = (aside: readonly Recorded<AsideEvent>[]): Whisper[] =>
  aside.flatMap(({ seq, at, event, words }) =>
    event.type === 'Whispered' ? [{ seq, at, from: event.from, text: words?.text?.['text'] }] : [],
  );
