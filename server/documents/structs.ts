import type * as Y from 'yjs';

/** Of how many pieces the document is made, what is deleted included: they cost memory and time however short they are. */
export function structsIn({ store }: Y.Doc, isOf: (client: number) => boolean = () => true): number {
  let count = 0;
  for (const [client, structs] of store.clients) if (isOf(client)) count += structs.length;
  return count;
}
