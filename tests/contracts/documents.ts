import type { DocumentStore, StoredDocument } from '@turnward/server/ports/document-store.ts';

export const DECK = 'deck/c1';
export const STORY = 'story/c1';
export const DRAFT = 'draft/c1/a';
export const CARRIED = 'carried/c1';

/** An update that says something. To a store it is bytes. */
export const update = (says: string): Uint8Array => Buffer.from(says);

export const says = (document: StoredDocument | undefined): string[] | undefined =>
  document?.rows.map(({ update }) => Buffer.from(update).toString());

export const saysNow = async (store: DocumentStore, name: string) => says(await store.find(name));

/** Opens a document of space `s1` and appends to it, all at once; answers with its life and the rows. */
export async function written(store: DocumentStore, name: string, ...updates: string[]) {
  const { incarnation } = await store.open(name, 's1');
  const rows = await Promise.all(updates.map((each) => appended(store, name, incarnation, each)));
  return { incarnation, rows };
}

/** The row that an update was saved in. */
export async function appended(store: DocumentStore, name: string, incarnation: string, says: string): Promise<number> {
  const result = await store.append(name, incarnation, update(says));
  if (result.outcome === 'gone') throw new Error(`${name} is gone`);
  return result.row;
}
