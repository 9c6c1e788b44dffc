import type { Eyes, StampedEyes } from '@turnward/shared/wire/document-line.ts';
import type { Awareness } from 'y-protocols/awareness';

/** DO4. The server passes on as much; more often would only be dropped. In ms. */
const BETWEEN_LOOKS = 100;
/** Longer than any place that our own pages say. In characters. */
const LONGEST_PLACE = 200;

/**
 * Says where this person's eyes are: at once, then ten times a second at most, and always the last one in the end. Where they
 * have not moved nothing is said: a frame for every press would tell others how often somebody presses.
 */
export function openLook(awareness: Awareness): { look: (eyes: Eyes) => void; stop: () => void } {
  let next: Eyes | undefined;
  let said = JSON.stringify(awareness.getLocalState());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = () => {
    timer = undefined;
    if (!next) return;
    const eyes = next;
    next = undefined;
    const saying = JSON.stringify(eyes);
    if (saying === said) return;
    said = saying;
    awareness.setLocalState(eyes);
    timer = setTimeout(say, BETWEEN_LOOKS);
  };
  return {
    look(eyes) {
      next = eyes;
      if (timer === undefined) say();
    },
    stop: () => clearTimeout(timer),
  };
}

/** Where the eyes of all other devices are. What is not stamped as the server stamps it is passed over. */
export const othersEyes = (awareness: Awareness): StampedEyes[] =>
  [...awareness.getStates()].flatMap(([client, state]) => {
    const eyes = client === awareness.clientID ? undefined : readEyes(state);
    return eyes ? [eyes] : [];
  });

function readEyes(state: Record<string, unknown> | null): StampedEyes | undefined {
  const { memberId, seat, on, caret } = state ?? {};
  if (typeof memberId !== 'string' || !(seat === 'a' || seat === 'b' || seat === null)) return undefined;
  if (!(on === null || isPlace(on))) return undefined;
  const { anchor, head } = (caret ?? {}) as Record<string, unknown>;
  return { memberId, seat, on, ...(isPlace(anchor) && isPlace(head) && { caret: { anchor, head } }) };
}

const isPlace = (place: unknown): place is string => typeof place === 'string' && place.length <= LONGEST_PLACE;
