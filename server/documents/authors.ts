/** DO11. A document knows so many client ids at most, and so many that one member brought. */
const MOST_IDS = 10_000;
const SHARE = MOST_IDS / 2;
/** All guests together may bring so many more, so that no partner's share is ever theirs. */
const SHARE_OF_GUESTS = MOST_IDS / 4;
/** Of ids of one member that have written nothing yet, the last so many stay when the document is written anew. */
const WAITING_IDS = 200;

/**
 * Came in by the copy of somebody else, and counts for whoever brought it: `?` and that member. Whoever announces it or writes under
 * it makes it theirs.
 */
const unclaimed = (broughtBy: string): string => `?${broughtBy}`;
const isUnclaimed = (owner: string): boolean => owner === '' || owner.startsWith('?');

export const GUESTS = 'guests';

/**
 * DO11. Whose client ids are: an id belongs to the member whose device announced it or wrote under it first, and stays
 * theirs while they are away. `wrote` says whether the document holds anything of an id.
 */
export class Authors {
  readonly #of: Map<number, string>;
  readonly #wrote: (id: number) => boolean;
  readonly #announced: () => void;
  /** How many each member brought. */
  readonly #brought = new Map<string, number>();
  #unsaved = new Map<number, string>();
  /** DO8. The two who each have a share of their own; undefined where a document is one author's. */
  partners: ReadonlySet<string> | undefined;

  /** `announced`: there is an id to be stored before anything is written under it. */
  constructor(known: Map<number, string>, wrote: (id: number) => boolean, announced: () => void) {
    this.#of = known;
    this.#wrote = wrote;
    this.#announced = announced;
    for (const owner of known.values()) this.#count(isUnclaimed(owner) ? owner.slice(1) : owner);
  }

  /** An id that is in the document, whoever it belongs to. */
  meet(id: number): void {
    if (!this.#of.has(id)) this.#of.set(id, unclaimed(''));
  }

  /** Whether there is room for this member to bring these ids. */
  hasRoomFor(ids: Iterable<number>, memberId: string): boolean {
    let fresh = 0;
    for (const id of ids) if (!this.#of.has(id)) fresh++;
    if (fresh === 0) return true;
    const all = this.#of.size + fresh;
    if (!this.partners) return all <= MOST_IDS && this.#broughtBy(memberId) + fresh <= SHARE;
    if (all > MOST_IDS + SHARE_OF_GUESTS) return false;
    if (this.partners.has(memberId)) return this.#broughtBy(memberId) + fresh <= SHARE;
    return this.#broughtByGuests() + fresh <= SHARE_OF_GUESTS;
  }

  /** Whose share this member's edits count for: that of guests is one for all of them. */
  partyOf(memberId: string): string {
    return this.partners && !this.partners.has(memberId) ? GUESTS : memberId;
  }

  /** Makes the id of a device its member's own before it writes: nobody can have it once others learn of it. */
  announce(id: number, memberId: string): boolean {
    const known = this.#of.get(id) === memberId;
    if (!this.claim(id, memberId)) return false;
    if (!known) this.#announced();
    return true;
  }

  /** Makes an id this member's own, unless it is somebody else's. */
  claim(id: number, memberId: string): boolean {
    const owner = this.#of.get(id);
    if (owner === memberId) return true;
    if (owner !== undefined && !isUnclaimed(owner)) return false;
    if (owner === undefined) this.#count(memberId);
    this.#of.set(id, memberId);
    this.#unsaved.set(id, memberId);
    return true;
  }

  /** The member it belongs to; undefined where nobody made it theirs. */
  ownerOf(id: number): string | undefined {
    const owner = this.#of.get(id);
    return owner === undefined || isUnclaimed(owner) ? undefined : owner;
  }

  /** Takes an id from a copy: whose it is will show. False where it is known to be somebody else's. */
  accept(id: number, memberId: string): boolean {
    const owner = this.#of.get(id);
    if (owner !== undefined) return owner === memberId || isUnclaimed(owner);
    this.#count(memberId);
    this.#of.set(id, unclaimed(memberId));
    this.#unsaved.set(id, unclaimed(memberId));
    return true;
  }

  /** What is to be stored with the next row. */
  takeUnsaved(): ReadonlyMap<number, string> {
    const unsaved = this.#unsaved;
    this.#unsaved = new Map();
    return unsaved;
  }

  /** These could not be stored; the next row takes them. */
  giveBack(unsaved: ReadonlyMap<number, string>): void {
    this.#unsaved = new Map([...unsaved, ...this.#unsaved]);
  }

  /** What is to be stored with a snapshot, which replaces all rows before it. */
  takeAll(): ReadonlyMap<number, string> {
    this.#unsaved = new Map();
    const known = [...this.#of].filter(([, owner]) => owner !== unclaimed(''));
    const [wrote, waiting] = [true, false].map((which) => known.filter(([id]) => this.#wrote(id) === which));
    const latest = Map.groupBy(waiting ?? [], ([, memberId]) => memberId).values();
    return new Map([...(wrote ?? []), ...[...latest].flatMap((ids) => ids.slice(-WAITING_IDS))]);
  }

  #broughtBy(memberId: string): number {
    return this.#brought.get(memberId) ?? 0;
  }

  #broughtByGuests(): number {
    return [...this.#brought].reduce((sum, [memberId, count]) => sum + (this.partners?.has(memberId) ? 0 : count), 0);
  }

  #count(memberId: string): void {
    if (memberId === '') return;
    this.#brought.set(memberId, (this.#brought.get(memberId) ?? 0) + 1);
  }
}
