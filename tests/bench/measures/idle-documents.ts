import { setTimeout as wait } from 'node:timers/promises';
import { atOnce } from '../at-once.ts';
import { closeAll } from '../documents/document-field.ts';
import type { DocumentLine } from '../documents/document-line.ts';
import type { DocumentPeer } from '../documents/document-peer.ts';

/** In MB: a fresh server; with its documents open; and once nobody has had them open for a while, where that was waited for. */
export type IdleDocuments = { documents: number; emptyMb: number; openMb: number; leftMb: number | undefined };

/** How long memory gets to come to rest, in ms. Turnward drops a document 30 s after its last reader. */
const AT_REST = { empty: 1000, open: 3000, left: 36_000 };

/** Memory of documents that nobody edits, numbered from `first`, each with some text and one device. The peers come to rest side by side. */
export async function idleDocuments(
  peers: readonly DocumentPeer[],
  { first, documents, text, evict }: { first: number; documents: number; text: Uint8Array; evict: boolean },
): Promise<IdleDocuments[]> {
  const numbers = Array.from({ length: documents }, (_, i) => first + i);
  const taken = await Promise.all(
    peers.map(async (peer) => {
      const server = await peer.start();
      await wait(AT_REST.empty);
      const emptyMb = server.rssMb();
      const lines = await atOnce(numbers, async (document) => {
        const line = await peer.open(document, 0);
        if (peer.saves) await saved(line, text);
        else line.write(text);
        return line;
      });
      await wait(AT_REST.open);
      const idle: IdleDocuments = { documents, emptyMb, openMb: server.rssMb(), leftMb: undefined };
      return { server, lines, idle };
    }),
  );
  for (const { lines } of taken) closeAll(lines);
  if (evict) await wait(AT_REST.left);
  for (const { server, idle } of taken) {
    if (evict) idle.leftMb = server.rssMb();
    await server.stop();
  }
  return taken.map(({ idle }) => idle);
}

/** Writes, and waits until it is durable. */
function saved(line: DocumentLine, text: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    line.ears = {
      update: () => {},
      saved: (count) => {
        if (count >= line.sent) resolve();
      },
      closed: (why) => reject(new Error(`A document could not be written: ${why}.`)),
    };
    line.write(text);
  });
}
