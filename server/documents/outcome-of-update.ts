import { PLACES } from '@turnward/shared/documents/deck.ts';
import * as Y from 'yjs';
import type { Contents } from './contents.ts';

/** Cards that are in the deck after an update since it gives them a place; what it takes away again is none. */
export function cardsNamed(doc: Y.Doc, { items, deletes }: Contents): Set<string> {
  const places = doc.share.get(PLACES);
  const fresh = new Map<string, string>();
  const cards = new Set<string>();
  for (const { id, lastId, origin, parent, parentSub } of items) {
    const card = origin ? cardAt(origin) : (parent as unknown) === PLACES ? parentSub : null;
    if (card === null) continue;
    fresh.set(`${lastId.client}/${lastId.clock}`, card);
    if (!Y.isDeleted(deletes, id)) cards.add(card);
  }
  return cards;

  /** A card that is placed again leans on the place it had. */
  function cardAt(origin: Y.ID): string | null {
    if (origin.clock >= Y.getState(doc.store, origin.client))
      return fresh.get(`${origin.client}/${origin.clock}`) ?? null;
    const before: unknown = Y.getItem(doc.store, origin);
    return before instanceof Y.Item && places !== undefined && before.parent === places ? before.parentSub : null;
  }
}

/** How many ranges it deletes: each may break a piece in three. */
export function piecesDeleted({ deletes }: Contents): number {
  let count = 0;
  for (const ranges of deletes.clients.values()) count += ranges.length;
  return count;
}

/** Characters that go with what it deletes: no fewer bytes become free. */
export function charactersFreed(
  doc: Y.Doc,
  { deletes }: Contents,
  isOf: (client: number) => boolean = () => true,
): number {
  let freed = 0;
  for (const [client, ranges] of deletes.clients) {
    const structs = doc.store.clients.get(client);
    if (!structs || !isOf(client)) continue;
    const state = Y.getState(doc.store, client);
    for (const { clock, len } of ranges) {
      if (clock >= state) continue;
      const end = Math.min(clock + len, state);
      for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
        const struct = structs[at];
        if (!struct || struct.id.clock >= end) break;
        if (!(struct instanceof Y.Item) || struct.deleted || !(struct.content instanceof Y.ContentString)) continue;
        freed += Math.min(end, struct.id.clock + struct.length) - Math.max(clock, struct.id.clock);
      }
    }
  }
  return freed;
}
