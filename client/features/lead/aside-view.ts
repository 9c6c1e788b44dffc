import type { CheckIn } from '@turnward/shared/conversation/commands.ts';
import type { AsideEvent } from '@turnward/shared/conversation/events.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';

type AsideLog = readonly Recorded<AsideEvent>[];

/** A rating that its author agreed to show. `from`: the id of the step or of the pause it was given at. */
export type ShownRating = { seq: number; from: string; at: number; value: number };

/** WH3. Oldest first; none once its author has taken the agreement back. */
export function ratingsIn(aside: AsideLog, sharesRatings: boolean): ShownRating[] {
  if (!sharesRatings) return [];
  const since = aside.findLast(({ event }) => event.type === 'RatingsShared' && !event.on)?.seq ?? 0;
  return aside.flatMap(({ event, seq, at, words }) => {
    const value = words?.scales?.['stirred'];
    return event.type === 'RatingShown' && seq > since && value !== undefined
      ? [{ seq, from: event.at, at, value }]
      : [];
  });
}

export const BOXES = ['location', 'phone', 'contact', 'pauseWord'] as const satisfies (keyof CheckIn)[];

/** What a partner answered alone, the latest: `answers` holds the boxes that were filled. */
export type CheckedIn = { at: number; alone: boolean; answers: { box: (typeof BOXES)[number]; text: string }[] };

/** WH2. Null while nothing was answered, and once the answers are destroyed. */
export function checkInOf(aside: AsideLog): CheckedIn | null {
  const latest = aside.findLast(({ event }) => event.type === 'CheckedIn');
  const text = latest?.words?.text;
  if (!latest || !text) return null;
  const answers = BOXES.flatMap((box) => (text[box]?.trim() ? [{ box, text: text[box] }] : []));
  return { at: latest.at, alone: text['alone'] === 'yes', answers };
}
