import { atOnce } from '../at-once.ts';
import { openLoop } from '../load/open-loop.ts';
import type { Contender } from '../measures/contender.ts';
import type { ServerProcess } from '../server-process.ts';
import type { DocumentLine, Sheet } from './document-line.ts';
import type { DocumentPeer } from './document-peer.ts';
import { KeystrokeLoad } from './keystroke-load.ts';
import type { Typing } from './typing.ts';

/** A peer's running server with its documents, each open on three devices. */
export type DocumentField = { peer: DocumentPeer; server: ServerProcess; sheets: Sheet[] };

const DEVICES = [0, 1, 2] as const;

export async function openDocuments(peer: DocumentPeer, documents: number): Promise<DocumentField> {
  const server = await peer.start();
  const places = Array.from({ length: documents }, (_, document) => DEVICES.map((device) => ({ document, device })));
  const lines = await atOnce(places.flat(), ({ document, device }) => peer.open(document, device));
  const sheets = places.map((_, at): Sheet => ({ lines: lines.slice(at * 3, at * 3 + 3), typed: 0 }));
  return { peer, server, sheets };
}

/** The field as something that takes windows of keystrokes. */
export const contenderOf = ({ peer, server, sheets }: DocumentField, typing: Typing): Contender => ({
  startRate: peer.startRate,
  window: (offer) => openLoop(server, new KeystrokeLoad(typing, sheets, peer.saves, offer), offer),
});

export async function closeDocuments({ server, sheets }: DocumentField): Promise<void> {
  for (const { lines } of sheets) closeAll(lines);
  await server.stop();
}

export function closeAll(lines: readonly DocumentLine[]): void {
  for (const line of lines) line.close();
}
