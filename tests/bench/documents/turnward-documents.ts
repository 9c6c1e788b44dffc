import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Session } from '@turnward/server/session.ts';
import { type DocumentName, type DocumentRef, documentName } from '@turnward/shared/documents/names.ts';
import { DOCUMENT_PATH } from '@turnward/shared/wire/document-line.ts';
import { type SeededRoom, seedRooms } from '../peers/seed.ts';
import { freePort, startServer } from '../server-process.ts';
import { startFlags } from '../start-flags.ts';
import type { DocumentPeer } from './document-peer.ts';
import { openYLine, type YLine } from './y-line.ts';

/** A deck as its typist knows it. */
export type Deck = { name: DocumentName; ref: DocumentRef; spaceId: string; session: Session };

export type TurnwardDocuments = Omit<DocumentPeer, 'open'> & {
  dataDir: string;
  deck(document: number): Deck;
  open(document: number, device: number): Promise<YLine>;
  remove(): Promise<void>;
};

/** The real server, `server/main.ts`, on a data folder of its own: as many rooms, gathering, each with its deck. */
export async function turnwardDocuments(count: number, profile: string | undefined): Promise<TurnwardDocuments> {
  const dataDir = await mkdtemp(join(tmpdir(), 'turnward-bench-'));
  const rooms = await seedRooms(
    dataDir,
    Array.from({ length: count }, () => 'gathering' as const),
  );
  const port = await freePort();
  const script = fileURLToPath(import.meta.resolve('@turnward/server/main.ts'));
  const roomAt = (document: number): SeededRoom => {
    const room = rooms[document];
    if (!room) throw new Error(`No room ${document} was seeded.`);
    return room;
  };
  const deck = (document: number): Deck => {
    const { conversationId, spaceId, devices } = roomAt(document);
    const [typist] = devices;
    if (!typist) throw new Error(`Nobody was seeded in room ${document}.`);
    const ref: DocumentRef = { kind: 'deck', conversationId };
    return { name: documentName(ref), ref, spaceId, session: typist.session };
  };
  return {
    name: 'Turnward',
    saves: true,
    startRate: 5000,
    dataDir,
    deck,
    start: () =>
      startServer({ script, port, flags: startFlags(), env: { DATA_DIR: dataDir, LOG_LEVEL: 'warn' }, profile }),
    open: (document, device) =>
      openYLine({
        port,
        path: DOCUMENT_PATH + deck(document).name,
        headers: { Origin: `http://127.0.0.1:${port}`, Cookie: `turnward=${roomAt(document).devices[device]?.secret}` },
        syncs: true,
      }),
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}
