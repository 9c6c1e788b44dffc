import type { TalkEvent } from '../conversation/events.ts';
import type { Recorded } from '../kernel/event.ts';

/** A card that a turn asks. `words` is null where the guide's own stand, which each reads in their own language. */
export type AskedCard = { cardId: string; words: string | null };

/** The card that a turn began with. */
export function cardOf({ event, words }: Recorded<TalkEvent>): AskedCard | undefined {
  if (event.type !== 'TurnStarted' || event.cardId === undefined) return undefined;
  return { cardId: event.cardId, words: words?.text?.['prompt'] ?? null };
}
