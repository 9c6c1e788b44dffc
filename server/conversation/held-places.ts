import { type Connection, spacesOf } from './connections.ts';

/** How long a place is held for a page that does not come back after it was unlocked; and at most, in ms. */
const COMES_BACK = 15_000;
const AT_MOST = 12 * 60 * 60_000;

type Place = { idHash: string; memberId: string; lines: Map<string, number>; until: number };

/**
 * LK3. The places of locked pages. Their lines are cut, yet to everybody else they are away as any hidden page is: that somebody
 * locked theirs is nobody’s business.
 */
export class HeldPlaces {
  readonly #places = new Map<string, Place>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Before the line of a locked page is cut. */
  hold(connection: Connection): void {
    const { idHash, memberId } = connection.session;
    const place = this.#places.get(idHash) ?? { idHash, memberId, lines: new Map(), until: 0 };
    for (const spaceId of spacesOf(connection)) place.lines.set(spaceId, (place.lines.get(spaceId) ?? 0) + 1);
    place.until = this.#now() + AT_MOST;
    this.#places.set(idHash, place);
  }

  holds(idHash: string): boolean {
    return this.#places.has(idHash);
  }

  /** It was unlocked and is coming back. The answer: its spaces, and when to look there again, in ms from now. */
  comesBack(idHash: string): { spaces: string[]; lookIn: number } {
    const place = this.#places.get(idHash);
    if (place) place.until = this.#now() + COMES_BACK;
    return { spaces: [...(place?.lines.keys() ?? [])], lookIn: COMES_BACK };
  }

  /** Its session has ended: the spaces where it held a place. */
  release(idHash: string): string[] {
    const spaces = [...(this.#places.get(idHash)?.lines.keys() ?? [])];
    this.#places.delete(idHash);
    return spaces;
  }

  /** How many lines of this person are held in a space; `back` are sessions that have a line there again. */
  count(spaceId: string, memberId: string, back: ReadonlySet<string>): number {
    let held = 0;
    for (const place of this.#places.values()) {
      if (place.until <= this.#now()) this.#places.delete(place.idHash);
      else if (back.has(place.idHash)) place.lines.delete(spaceId);
      else if (place.memberId === memberId) held += place.lines.get(spaceId) ?? 0;
    }
    return held;
  }
}
