import type { DocumentName } from '@turnward/shared/documents/names.ts';
import * as Y from 'yjs';
import type { DocumentStore } from '../ports/document-store.ts';
import type { Rooms } from './rooms.ts';
import { encodeRow } from './stored-row.ts';

/** Writes into an empty document what is to be kept of an old one. */
export type Keep = (old: Y.Doc, fresh: Y.Doc) => void;

/** A document that is about to be destroyed, kept open so that what is written in it meanwhile is seen, too. */
export type HeldDocument = {
  /** After it was destroyed in the store: what is kept takes its place, under another incarnation. */
  beginAnew(keep: Keep): void;
  release(): void;
};

/** DO12. Undefined where there is no such document. */
export async function holdDocument(
  { rooms, store }: { rooms: Rooms; store: DocumentStore },
  name: DocumentName,
  spaceId: string,
): Promise<HeldDocument | undefined> {
  const open = await rooms.holdOpen(name);
  if (!open && !(await store.find(name))) return undefined;
  const { room, release } = open ?? (await rooms.hold(name, { spaceId, guideCards: [] }));
  return {
    release,
    beginAnew(keep) {
      const update = kept(room.doc, keep);
      if (!update) return rooms.drop(name);
      rooms.drop(name, async () => {
        const { incarnation } = await store.open(name, spaceId);
        await store.append(name, incarnation, encodeRow({ update, authors: new Map() }));
        return store.open(name, spaceId);
      });
    },
  };
}

function kept(old: Y.Doc, keep: Keep): Uint8Array | undefined {
  const fresh = new Y.Doc();
  keep(old, fresh);
  const update = fresh.store.clients.size > 0 ? Y.encodeStateAsUpdate(fresh) : undefined;
  fresh.destroy();
  return update;
}
