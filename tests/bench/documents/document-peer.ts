import { fileURLToPath } from 'node:url';
import { freePort, type ServerProcess, startServer } from '../server-process.ts';
import type { DocumentLine } from './document-line.ts';
import { openHocuspocusLine } from './hocuspocus-line.ts';
import { openYLine } from './y-line.ts';

/** A server of documents and the way devices come in. */
export type DocumentPeer = {
  readonly name: DocumentPeerName;
  /** Says what is durable. */
  readonly saves: boolean;
  /** The rate at which the search for the highest one begins. */
  readonly startRate: number;
  start(): Promise<ServerProcess>;
  /** Device 0, 1 or 2 opens a document, by its number. */
  open(document: number, device: number): Promise<DocumentLine>;
};
export const DOCUMENT_PEERS = ['Turnward', '@y/websocket-server', 'Hocuspocus', 'raw relay'] as const;
export type DocumentPeerName = (typeof DOCUMENT_PEERS)[number];

const script = (name: string): string => fileURLToPath(new URL(`../yardsticks/${name}`, import.meta.url));
const pathOf = (document: number): string => `deck/bench-talk-${document}`;

/** What Turnward is held against: documents that nobody guards and nobody keeps, and bytes passed on unread. */
export async function documentYardsticks(): Promise<DocumentPeer[]> {
  const [yPort, hocuspocusPort, relayPort] = [await freePort(), await freePort(), await freePort()];
  return [
    {
      name: '@y/websocket-server',
      saves: false,
      startRate: 12_000,
      start: () => startServer({ script: script('y-websocket-server.ts'), port: yPort }),
      open: (document) => openYLine({ port: yPort, path: `/${pathOf(document)}`, syncs: true }),
    },
    {
      name: 'Hocuspocus',
      saves: false,
      startRate: 8000,
      start: () => startServer({ script: script('hocuspocus-server.ts'), port: hocuspocusPort }),
      open: (document) => openHocuspocusLine({ port: hocuspocusPort, name: pathOf(document) }),
    },
    {
      name: 'raw relay',
      saves: false,
      startRate: 20_000,
      start: () => startServer({ script: script('relay-server.ts'), port: relayPort }),
      open: (document) => openYLine({ port: relayPort, path: `/${pathOf(document)}`, syncs: false }),
    },
  ];
}
