import * as Y from 'yjs';
import { structsIn } from './structs.ts';

export type Strain = { strain: number; contested: number };

/**
 * How much Yjs may have to look at, in items, to find the places of what an update brings. What two wrote at once between the
 * same two letters is searched through item by item for each newcomer, which two made-up ids can drive to many seconds. What
 * is written where nobody else wrote meanwhile costs nothing, however much it is. Never less than what Yjs does look at, but
 * for what is typed later into what was counted here; stops counting beyond `most`. `contested`: how many items were searched for.
 */
export function strainOf(doc: Y.Doc, items: readonly Y.Item[], most: number): Strain {
  const seams = new Seams(doc);
  const { ready, waiting } = inOrder(doc, items);
  let contested = waiting.length;
  let strain = waiting.length * (structsIn(doc) + items.length);
  for (const [placed, item] of ready.entries()) {
    if (strain > most) break;
    const from = seams.startOf(item);
    if (seams.place(item, from)) continue;
    contested += 1;
    strain += 1 + placed + distance(doc, item, from, most);
  }
  return { strain, contested };
}

type Id = { client: number; clock: number };
type Start = { first: Id; origin: Id | null };

/** In place of the letter that comes next: it can't be told. */
const LOOSE = 'loose';
const END = 'end';
const keyOf = ({ client, clock }: Id): string => `${client}/${clock}`;

/** What stands next to what, once the items placed so far are there. */
class Seams {
  readonly #doc: Y.Doc;
  readonly #next = new Map<string, string>();
  /** Items placed here that begin their text; and those that did and do no more. */
  readonly #heads = new Set<string>();
  readonly #noHeads = new Set<string>();
  #looseHeads = false;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** Where an item begins of which the first letters may be there already. */
  startOf({ id, origin }: Y.Item): Start {
    const clock = Y.getState(this.#doc.store, id.client);
    if (clock <= id.clock) return { first: id, origin };
    return { first: { client: id.client, clock }, origin: { client: id.client, clock: clock - 1 } };
  }

  /** Whether it goes between two neighbours, so that nothing is to be searched. */
  place(item: Y.Item, { first, origin }: Start): boolean {
    const right = item.rightOrigin ? keyOf(item.rightOrigin) : END;
    const fits = origin ? this.#after(origin) === right : this.#begins(item);
    const begin = keyOf(first);
    if (origin) this.#next.set(keyOf(origin), fits ? begin : LOOSE);
    else {
      if (!item.rightOrigin) this.#next.set(rootOf(item), LOOSE);
      if (fits) this.#heads.add(begin);
      else this.#looseHeads = true;
    }
    this.#heads.delete(right);
    this.#noHeads.add(right);
    this.#next.set(keyOf(item.lastId), fits ? right : LOOSE);
    return fits;
  }

  #after(origin: Id): string {
    const known = this.#next.get(keyOf(origin));
    if (known !== undefined) return known;
    const item = itemAt(this.#doc, origin);
    if (item && item.lastId.clock === origin.clock) return item.right ? keyOf(item.right.id) : END;
    return keyOf({ client: origin.client, clock: origin.clock + 1 });
  }

  #begins(item: Y.Item): boolean {
    const { rightOrigin, parentSub } = item;
    if (!rightOrigin) {
      const root = this.#doc.share.get(String(item.parent));
      const holds = parentSub === null ? root?._start : root?._map.has(parentSub);
      return !holds && !this.#next.has(rootOf(item));
    }
    const key = keyOf(rightOrigin);
    if (this.#looseHeads || this.#noHeads.has(key)) return false;
    const right = itemAt(this.#doc, rightOrigin);
    return right ? right.left === null && right.id.clock === rightOrigin.clock : this.#heads.has(key);
  }
}

const rootOf = ({ parent, parentSub }: Y.Item): string => `root ${JSON.stringify([parent, parentSub])}`;

function itemAt({ store }: Y.Doc, { client, clock }: Id): Y.Item | undefined {
  if (clock >= Y.getState(store, client)) return undefined;
  const struct: unknown = Y.getItem(store, Y.createID(client, clock));
  return struct instanceof Y.Item ? struct : undefined;
}

/** How many items of the document stand between where it may begin and where it must end. */
function distance(doc: Y.Doc, item: Y.Item, { origin }: Start, most: number): number {
  const right = item.rightOrigin && itemAt(doc, item.rightOrigin);
  const left = origin && itemAt(doc, origin);
  // After what comes with this update only what comes with it can stand.
  if (origin && !left) return 0;
  if (!origin && item.rightOrigin && !right) return structsIn(doc);
  let at = left ? left.right : firstOf(doc, item, right);
  let count = 0;
  for (; at && at !== right && count < most; at = at.right) count++;
  return count;
}

function firstOf(doc: Y.Doc, item: Y.Item, right: Y.Item | null | undefined): Y.Item | null {
  if (right) {
    let first = right;
    while (first.left) first = first.left;
    return first;
  }
  const root = doc.share.get(String(item.parent));
  if (item.parentSub === null) return root?._start ?? null;
  let first = root?._map.get(item.parentSub) ?? null;
  while (first?.left) first = first.left;
  return first;
}

/** As Yjs takes them in: of each client in turn, but first what an item leans on. What leans on nothing here has to wait. */
function inOrder(doc: Y.Doc, items: readonly Y.Item[]): { ready: Y.Item[]; waiting: Y.Item[] } {
  const queues = new Map<number, { items: Y.Item[]; at: number; clock: number }>();
  for (const item of items) {
    const { client } = item.id;
    const clock = Y.getState(doc.store, client);
    if (item.lastId.clock < clock) continue;
    const queue = queues.get(client) ?? { items: [], at: 0, clock };
    queue.items.push(item);
    queues.set(client, queue);
  }
  const ready: Y.Item[] = [];
  const stuck = new Set<number>();
  const clockOf = (client: number) => queues.get(client)?.clock ?? Y.getState(doc.store, client);
  for (const start of queues.keys()) {
    const stack = [start];
    const asked = new Set(stack);
    for (let client = start; stack.length > 0; client = stack.at(-1) ?? start) {
      const queue = queues.get(client);
      const item = stuck.has(client) ? undefined : queue?.items[queue.at];
      const lacks = item && [item.origin, item.rightOrigin].find((id) => id && id.clock >= clockOf(id.client));
      if (!queue || !item) asked.delete(stack.pop() ?? start);
      else if (item.id.clock > queue.clock) stuck.add(client);
      else if (!lacks) {
        ready.push(item);
        queue.at += 1;
        queue.clock = item.lastId.clock + 1;
        // What waited for just this goes on first.
        if (stack.length > 1) asked.delete(stack.pop() ?? start);
      } else if (asked.has(lacks.client) || stuck.has(lacks.client) || !queues.has(lacks.client)) stuck.add(client);
      else {
        stack.push(lacks.client);
        asked.add(lacks.client);
      }
    }
  }
  return { ready, waiting: [...queues.values()].flatMap((queue) => queue.items.slice(queue.at)) };
}
