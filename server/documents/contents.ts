import * as Y from 'yjs';

/** What an update brings, read once and before it is applied. */
export type Contents = {
  /** Each client id that wrote something in it, and the clock after the last of it. */
  ends: Map<number, number>;
  /** The clock that must be there already of a client id where what it wrote begins, or goes on after a gap. */
  begins: Map<number, number>;
  /** The clock that must be there of each client id, before or with this update, for what leans on it. */
  needs: Map<number, number>;
  /** What it writes, client by client, each in the order of its clock. */
  items: Y.Item[];
  /** Root types that it names. */
  roots: Set<string>;
  /** What it deletes. */
  deletes: ReturnType<typeof Y.createDeleteSet>;
  /** Neither writes nor deletes. */
  empty: boolean;
};

/** Nobody types so much; a clock beyond it could be written, but never be read again. */
const LAST_CLOCK = 2 ** 31;

/**
 * DO8. Reads an update of text and of maps of plain values, which is all that our documents are made of. Throws at anything
 * else: bytes that are no update, subdocuments, nested types, formats, values with an inside, structs that lean on what can't
 * be there. What passes here Yjs integrates without a fault.
 */
export function readContents(update: Uint8Array): Contents {
  const { structs, ds } = Y.decodeUpdate(update);
  const contents: Contents = {
    ends: new Map(),
    begins: new Map(),
    needs: new Map(),
    items: [],
    roots: new Set(),
    deletes: ds,
    empty: structs.length === 0,
  };
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const end = clock + struct.length;
    check(struct.length > 0 && end <= LAST_CLOCK);
    if (struct instanceof Y.Skip) continue;
    const before = contents.ends.get(client);
    check(before === undefined || before <= clock);
    if (before !== clock) contents.begins.set(client, clock);
    contents.ends.set(client, end);
    // What is deleted stays as an item; only the inside of a nested type, which there is not, is ever left out altogether.
    check(struct instanceof Y.Item);
    readItem(struct as Y.Item, contents);
  }
  for (const [client, ranges] of ds.clients) {
    contents.empty = false;
    for (const { clock, len } of ranges) {
      check(len > 0 && clock + len <= LAST_CLOCK);
      raise(contents.needs, client, clock + len);
    }
  }
  return contents;
}

function readItem(item: Y.Item, contents: Contents): void {
  const { id, origin, rightOrigin, parent, content } = item;
  contents.items.push(item);
  for (const beside of [origin, rightOrigin]) {
    if (!beside) continue;
    check(beside.client !== id.client || beside.clock < id.clock);
    raise(contents.needs, beside.client, beside.clock + 1);
  }
  // Decoded, a parent is the name of a root type; of any other parent there can be none, since there are no nested types.
  check(parent === null || typeof parent === 'string');
  if (parent !== null) contents.roots.add(String(parent));
  check(
    content instanceof Y.ContentString ||
      content instanceof Y.ContentDeleted ||
      (content instanceof Y.ContentAny && content.arr.every(isPlain)),
  );
}

const isPlain = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number';

function raise(clocks: Map<number, number>, client: number, clock: number): void {
  if (clock > (clocks.get(client) ?? 0)) clocks.set(client, clock);
}

function check(holds: boolean): void {
  if (!holds) throw new Error('An update of something else than text and plain values');
}
