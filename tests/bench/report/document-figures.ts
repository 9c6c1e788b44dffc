import type { DocumentPeerName } from '../documents/document-peer.ts';
import type { Window } from '../load/open-loop.ts';
import { median } from '../load/quantiles.ts';
import type { IdleDocuments } from '../measures/idle-documents.ts';
import type { DocumentResults, Results } from './results.ts';

/** One line of the report on documents. */
export type DocumentFigure = { name: string; digits: number; of(results: DocumentResults): number | undefined };

const middle = ({ steady }: DocumentResults, of: (window: Window) => number): number | undefined =>
  steady && steady.length > 0 ? median(steady.map(of)) : undefined;

const per1000 = ({ idle }: DocumentResults, of: (idle: IdleDocuments) => number | undefined): number | undefined => {
  const mb = idle && of(idle);
  return idle && mb !== undefined ? ((mb - idle.emptyMb) / idle.documents) * 1000 : undefined;
};

export const KEYSTROKES: DocumentFigure = {
  name: 'keystrokes/s sustained, p99 under 50 ms',
  digits: 0,
  of: ({ sustained }) => sustained && (sustained.best?.rate ?? 0),
};
export const PROPAGATION_P99: DocumentFigure = {
  name: 'delivery p99 at 500/s, ms',
  digits: 2,
  of: (results) => middle(results, ({ delivery }) => delivery.p99),
};

export const DOCUMENT_FIGURES: readonly DocumentFigure[] = [
  KEYSTROKES,
  {
    name: 'CPU s per 10,000 keystrokes at that rate',
    digits: 2,
    of: ({ sustained }) => sustained?.best?.serverCpuSecondsPer10k,
  },
  { name: 'delivery p50 at 500/s, ms', digits: 2, of: (results) => middle(results, ({ delivery }) => delivery.p50) },
  PROPAGATION_P99,
  {
    name: 'CPU s per 10,000 keystrokes at 500/s',
    digits: 2,
    of: (results) => middle(results, ({ serverCpuSecondsPer10k }) => serverCpuSecondsPer10k),
  },
  {
    name: 'MB per 1,000 documents, one reader each',
    digits: 0,
    of: (results) => per1000(results, ({ openMb }) => openMb),
  },
  { name: 'MB kept once the readers have left', digits: 0, of: (results) => per1000(results, ({ leftMb }) => leftMb) },
];

/** A figure of Turnward's as a multiple of another's. */
export function documentRatio(
  { documents }: Results,
  { of }: DocumentFigure,
  other: DocumentPeerName = '@y/websocket-server',
): number | undefined {
  const [ours, theirs] = [of(documents.Turnward), of(documents[other])];
  return ours !== undefined && theirs ? ours / theirs : undefined;
}
