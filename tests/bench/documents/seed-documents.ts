import { openSqlite } from '@turnward/server/adapters/sqlite/open-sqlite.ts';
import { Device } from '@turnward/server/documents/device.ts';
import { receive } from '@turnward/server/documents/receive.ts';
import { Room } from '@turnward/server/documents/room.ts';
import { openFileKeys } from '@turnward/server/keys/file-key-provider.ts';
import type { DocumentStore } from '@turnward/server/ports/document-store.ts';
import type { Deck, TurnwardDocuments } from './turnward-documents.ts';
import type { History, Keystroke } from './typing.ts';

/** Three documents with the same text: what was open when the server died, what had been put away, and what never had a history. */
export type Trio = { cut: number; rested: number; state: number };
export type Kind = keyof Trio;
export const KINDS = ['cut', 'rested', 'state'] as const satisfies readonly Kind[];

/** So many trios each, the first document of all being `first`. */
export function triosFrom(first: number, kinds: readonly { each: number }[]): Trio[][] {
  let next = first;
  return kinds.map(({ each }) => Array.from({ length: each }, () => ({ cut: next++, rested: next++, state: next++ })));
}

/** Keystrokes that share a row where somebody types fast. */
const BURST = 10;
/** Keystrokes since the document was last written anew, each in a row of its own: nearly as many as there ever are. */
const SINCE = 190;

/**
 * Has documents typed in the server's own rooms, over its own store, while no server runs on it: on the wire a person may
 * type no faster than a person could.
 */
export async function seedDocuments(
  turnward: TurnwardDocuments,
  trios: readonly Trio[],
  { keystrokes, whole }: History,
): Promise<void> {
  const store = await openSqlite({ dataDir: turnward.dataDir, keys: await openFileKeys(turnward.dataDir) });
  const typed = (document: number) => openTyped(store.documents, turnward.deck(document));
  try {
    await Promise.all(
      trios.flatMap(({ cut, rested, state }) => [
        typed(cut).then(async (sheet) => {
          await sheet.type(keystrokes.slice(0, -SINCE), BURST);
          await sheet.rest();
          await sheet.type(keystrokes.slice(-SINCE), 1);
        }),
        typed(rested).then(async (sheet) => {
          await sheet.type(keystrokes, BURST);
          await sheet.rest();
        }),
        typed(state).then((sheet) => sheet.type([whole], 1)),
      ]),
    );
  } finally {
    await store.close();
  }
}

async function openTyped(store: DocumentStore, { name, ref, spaceId, session }: Deck) {
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => {});
  const room = new Room({
    name,
    store,
    stored: await store.open(name, spaceId),
    guideCards: [],
    holds: () => true,
    ended: (fault) => broken.reject(fault?.error ?? new Error(`${name} was destroyed while it was typed.`)),
    now: Date.now,
  });
  const socket = { send: () => {}, close: (why: string) => broken.reject(new Error(why)), cut: () => {}, waiting: 0 };
  const device = new Device({ session, name, ref, socket });
  device.access = 'write';
  const durable = () => Promise.race([room.keeping.settle(), broken.promise]);
  return {
    /** Durable when it resolves; so many keystrokes share a row. */
    async type(keystrokes: readonly Keystroke[], together: number): Promise<void> {
      for (const [i, { message }] of keystrokes.entries()) {
        receive(room, device, message);
        if ((i + 1) % together === 0) await durable();
      }
      await durable();
    },
    /** As when nobody has had it open for a while. */
    rest: () => Promise.race([room.keeping.tidy(), broken.promise]),
  };
}
