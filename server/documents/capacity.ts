import { MOST_CARDS, PLACES } from '@turnward/shared/documents/deck.ts';
import { type DocumentName, isShared, parseDocumentName } from '@turnward/shared/documents/names.ts';
import { MAX_DOCUMENT, MAX_DOCUMENT_FRAME } from '@turnward/shared/wire/document-line.ts';
import * as Y from 'yjs';
import { type Authors, GUESTS } from './authors.ts';
import type { Contents } from './contents.ts';
import type { Message } from './message.ts';
import { cardsNamed, charactersFreed, piecesDeleted } from './outcome-of-update.ts';
import { strainOf } from './strain.ts';
import { structsIn } from './structs.ts';

type Edit = Omit<Extract<Message, { type: 'edit' }>, 'type'>;

/**
 * Pieces in one update, in a document, and in all that waits for what is not there. A day of honest typing is about 5,600
 * pieces, 100,000 keystrokes with backspaces about 14,400.
 */
const MOST_AT_ONCE = 20_000;
const MOST_PIECES = 40_000;
const MOST_WAITING = 500;
/** Texts and maps of a document: a deck has one for each card. */
const MOST_ROOTS = 1_000;
/** What Yjs may have to look at for one update, and for all of a document: see `strainOf`. */
const MOST_STRAIN = 500_000;
const STRAIN_OF_ALL = 4_000_000;
/** Items of one member that had to be searched for, since each is searched for again among all that is typed there later. */
const MOST_CONTESTED = 1_000;

/** Beyond what the two may write. */
const SHARE_OF_GUESTS = 1 / 4;

export type Costs = { strain: number; contested: Map<string, number> };

type Parts = {
  name: DocumentName;
  doc: Y.Doc;
  authors: Pick<Authors, 'ownerOf' | 'partyOf' | 'partners'>;
  keeping: { readonly bytes: number; measured(bytes: number): void };
  /** They count where cards are counted. */
  guideCards: readonly string[];
};

/**
 * DO8. What a document can hold. Where two write, neither may fill more than half of it, so that the other can always write;
 * their guests, all together, may fill a quarter more; and what only deletes is taken, however full it is.
 */
export class Capacity {
  readonly #parts: Parts;
  readonly #shared: boolean;
  /** Who brought the ids that nobody claimed. */
  readonly #brought = new Map<number, string>();
  /** What its edits cost so far, since opening it costs that again. */
  costs: Costs = { strain: 0, contested: new Map() };

  constructor(parts: Parts) {
    this.#parts = parts;
    const ref = parseDocumentName(parts.name);
    this.#shared = ref !== undefined && isShared(ref);
  }

  /** What taking this edit costs, which counts from now on; undefined where the document can't hold it. */
  take(edit: Edit, memberId: string): number | undefined {
    const { doc } = this.#parts;
    const { contents } = edit;
    if (this.#waitsTooMuch(contents)) return undefined;
    const broken = 2 * piecesDeleted(contents);
    const pieces = structsIn(doc) + contents.items.length;
    if (contents.items.length === 0) return pieces + broken <= 2 * MOST_PIECES * this.#whole ? 0 : undefined;
    const fits =
      contents.items.length <= MOST_AT_ONCE &&
      pieces + broken <= MOST_PIECES * this.#whole &&
      this.#hasRoots(contents, memberId) &&
      this.#hasCards(contents, memberId) &&
      this.#hasBytes(edit) &&
      this.#hasShare(edit, memberId, pieces + broken);
    if (!fits) return undefined;
    const { strain, contested } = strainOf(doc, contents.items, MOST_STRAIN);
    if (contested === 0) return 0;
    const { costs } = this;
    const ofMember = (costs.contested.get(memberId) ?? 0) + contested;
    if (
      strain > MOST_STRAIN ||
      costs.strain + strain > this.#mostFor(STRAIN_OF_ALL, memberId) ||
      ofMember > MOST_CONTESTED
    )
      return undefined;
    costs.strain += strain;
    costs.contested.set(memberId, ofMember);
    return strain;
  }

  /** How much there may be of all, guests included. */
  get #whole(): number {
    return this.#parts.authors.partners ? 1 + SHARE_OF_GUESTS : 1;
  }

  /** Where there is one pot for all, guests take nothing of its second half. */
  #mostFor(all: number, memberId: string): number {
    return this.#parts.authors.partyOf(memberId) === GUESTS ? all / 2 : all;
  }

  #hasRoots({ roots }: Contents, memberId: string): boolean {
    const { share } = this.#parts.doc;
    let count = share.size;
    for (const root of roots) if (!share.has(root)) count++;
    return count === share.size || count <= this.#mostFor(MOST_ROOTS, memberId);
  }

  #hasCards(contents: Contents, memberId: string): boolean {
    const { doc, guideCards } = this.#parts;
    const named = cardsNamed(doc, contents);
    if (named.size === 0) return true;
    const before = new Set([...guideCards, ...doc.getMap(PLACES).keys()]);
    const after = new Set([...before, ...named]);
    return after.size === before.size || after.size <= this.#mostFor(MOST_CARDS, memberId);
  }

  /** Bytes without history, which are measured only where there may be too many. */
  #hasBytes({ update, contents }: Edit): boolean {
    const { doc, keeping } = this.#parts;
    const most = MAX_DOCUMENT * this.#whole;
    if (keeping.bytes + update.byteLength <= most) return true;
    const bytes = Y.encodeStateAsUpdate(doc).byteLength;
    keeping.measured(bytes);
    return bytes + update.byteLength - charactersFreed(doc, contents) <= most;
  }

  /** What nobody claimed counts for whoever brought it; where that is forgotten, for whoever brings more such. */
  #hasShare({ live, update, contents }: Edit, memberId: string, pieces: number): boolean {
    if (!this.#shared) return true;
    const { doc, authors, keeping } = this.#parts;
    const party = authors.partyOf(memberId);
    const share = party === GUESTS ? SHARE_OF_GUESTS : 1 / 2;
    const most = MAX_DOCUMENT * share;
    const holder = (id: number) => authors.ownerOf(id) ?? this.#brought.get(id);
    const brings = !live && [...contents.ends.keys()].some((id) => authors.ownerOf(id) === undefined);
    const isDear = pieces > MOST_PIECES * share;
    if (isDear || keeping.bytes + update.byteLength > most) {
      const counts = (id: number) => {
        const whose = holder(id) ?? (brings ? memberId : undefined);
        return whose !== undefined && authors.partyOf(whose) === party;
      };
      if (isDear && contents.items.length + structsIn(doc, counts) > MOST_PIECES * share) return false;
      const others = new Map<number, number>();
      for (const id of doc.store.clients.keys()) if (!counts(id)) others.set(id, Y.getState(doc.store, id));
      const own = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(others)).byteLength;
      if (own + update.byteLength - charactersFreed(doc, contents, counts) > most) return false;
    }
    if (brings) for (const id of contents.ends.keys()) if (!holder(id)) this.#brought.set(id, memberId);
    return true;
  }

  #waitsTooMuch(contents: Contents): boolean {
    const { store } = this.#parts.doc;
    const { pendingStructs, pendingDs } = store;
    if (!(pendingStructs || pendingDs) || !reachesAhead(this.#parts.doc, contents)) return false;
    const bytes = (pendingStructs?.update.byteLength ?? 0) + (pendingDs?.byteLength ?? 0);
    if (bytes > MAX_DOCUMENT_FRAME) return true;
    const pieces = pendingStructs ? Y.decodeUpdate(pendingStructs.update).structs.length : 0;
    return pieces + contents.items.length > MOST_WAITING;
  }
}

/** Whether it leans on what is not there, so that it has to wait. */
function reachesAhead({ store }: Y.Doc, { begins, ends, needs }: Contents): boolean {
  const lacks = (id: number, clock: number) => clock > Y.getState(store, id);
  return (
    [...begins].some(([id, clock]) => lacks(id, clock)) ||
    [...needs].some(([id, clock]) => clock > (ends.get(id) ?? 0) && lacks(id, clock))
  );
}
