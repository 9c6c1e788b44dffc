import { serialByKey } from '../events/serial.ts';
import { type Answer, refused } from '../space/answer.ts';

/** How many may wait for a sheet, the one that is drawn included. */
const LONGEST_LINE = 8;

type Draw = (gone: AbortSignal) => Promise<Answer<Uint8Array>>;

/**
 * NO4. Where sheets wait to be drawn, one at a time: each is drawn on a processor that talks need too. One person has one
 * sheet in the line (`too-many`); whoever goes leaves it at once; what fails is `unavailable` and holds up nobody behind it.
 */
export function openDrawingLine() {
  const serial = serialByKey();
  const waiting = new Set<string>();
  return async (memberId: string, gone: AbortSignal, draw: Draw): Promise<Answer<Uint8Array>> => {
    if (waiting.has(memberId)) return refused('too-many');
    if (waiting.size >= LONGEST_LINE || gone.aborted) return refused('unavailable');
    waiting.add(memberId);
    const left = Promise.withResolvers<Answer<Uint8Array>>();
    const leave = () => left.resolve(refused('unavailable'));
    gone.addEventListener('abort', leave);
    const drawn = serial('sheet', async () => (gone.aborted ? refused('unavailable') : await draw(gone))).catch(() =>
      refused('unavailable'),
    );
    try {
      return await Promise.race([drawn, left.promise]);
    } finally {
      gone.removeEventListener('abort', leave);
      waiting.delete(memberId);
    }
  };
}
