import type { DocumentName } from '@turnward/shared/documents/names.ts';
import * as Y from 'yjs';
import type { DocumentStore } from '../ports/document-store.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import { encodeRow } from './stored-row.ts';

/** Makes a document hold what is to be kept of an old one, and nothing else; what is the same already stays untouched. */
export type Keep = (old: Y.Doc, fresh: Y.Doc) => void;

/**
 * Where what is kept of a document lies until it takes the document's place. Nobody can open it: it is no name of a document.
 * What a crash left there goes with the next append that destroys the document, and with the conversation.
 */
export const carriedName = (name: DocumentName): string => `carried/${name}`;

/** DO12. Undefined where there is no such document. */
export async function holdDocument(
  { rooms, store }: { rooms: Rooms; store: DocumentStore },
  name: DocumentName,
  spaceId: string,
): Promise<HeldDocument | undefined> {
  const open = await rooms.holdOpen(name);
  if (!open && !(await store.find(name))) return undefined;
  const { room, release } = open ?? (await rooms.hold(name, { spaceId, guideCards: [] }));
  return new HeldDocument({ rooms, store, name, spaceId, room, release });
}

type Parts = {
  rooms: Rooms;
  store: DocumentStore;
  name: DocumentName;
  spaceId: string;
  room: Room;
  release: () => void;
};

/**
 * DO6, DO12. A document that is about to be destroyed, kept open so that what is written in it meanwhile is seen, too. That is
 * saved nowhere, nor said to be, until it is known what becomes of the document.
 */
export class HeldDocument {
  readonly #parts: Parts;
  readonly #fresh = new Y.Doc();
  readonly #goOn: () => void;
  #carried = false;
  #anew = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#goOn = parts.room.keeping.pause();
  }

  /** Brings what is kept to the store, under `carriedName`. False where there is nothing to keep: then nothing is written. */
  async carry(keep: Keep): Promise<boolean> {
    const { store, name, spaceId, room } = this.#parts;
    keep(room.doc, this.#fresh);
    if (this.#fresh.store.clients.size === 0) return false;
    const update = Y.encodeStateAsUpdate(this.#fresh);
    const carried = carriedName(name);
    this.#carried = true;
    await store.destroy([carried]);
    const { incarnation } = await store.open(carried, spaceId);
    const { outcome } = await store.append(carried, incarnation, encodeRow({ update, authors: new Map() }));
    if (outcome === 'gone') throw new Error('What was carried over of a document is gone');
    return true;
  }

  /** It was destroyed, and what was carried took its place; what was written since comes after it. */
  beginAnew(keep: Keep): void {
    const { rooms, store, name, spaceId, room } = this.#parts;
    this.#anew = true;
    const before = Y.encodeStateVector(this.#fresh);
    const wrote = Y.snapshot(this.#fresh);
    keep(room.doc, this.#fresh);
    const since = Y.equalSnapshots(wrote, Y.snapshot(this.#fresh))
      ? undefined
      : Y.encodeStateAsUpdate(this.#fresh, before);
    const anew = async () => {
      const stored = await store.open(name, spaceId);
      if (!since) return stored;
      await store.append(name, stored.incarnation, encodeRow({ update: since, authors: new Map() }));
      return store.open(name, spaceId);
    };
    rooms.drop(name, this.#carried || since ? anew : undefined);
  }

  release(): void {
    const { store, name, release } = this.#parts;
    this.#goOn();
    release();
    this.#fresh.destroy();
    // Where this fails, or comes too early, it goes later.
    if (this.#carried && !this.#anew) store.destroy([carriedName(name)]).catch(() => undefined);
  }
}
